import type { WiredRun } from '@/lib/sim/outputs'
import { processesOf } from '@/lib/sim/scenario/target'
import type { Party, WireMessage } from '@/lib/sim/wire'
import type { Having } from '../events'
import type { Line } from './line'
import { replied, short } from './told'

type Message = WireMessage['message']

/** What is told of each message behind its name; a copy is told by the command of its write. */
type Rows = { readonly [T in Message['type']]: (message: Having<Message, T>, commandOf: (write: number) => string) => string }

function lineOf({ name, args }: Having<Message, 'command'>): string {
  return [name, ...args].join(' ')
}

const nothing = (): string => ''

const greeting = ({ hello }: Having<Message, 'publish' | 'hello'>): string =>
  `${hello.sentinel} in epoch ${hello.currentEpoch}: ${hello.primary} since epoch ${hello.configEpoch}`

const CONTENTS = {
  command: lineOf,
  reply: ({ reply }) => replied(reply),
  stream: (item, commandOf) => `${item.kind === 'write' ? commandOf(item.write) : item.kind} @${item.end}`,
  'repl-ping': nothing,
  'repl-pong': nothing,
  replconf: nothing,
  'replconf-ok': nothing,
  psync: ({ replid, offset, failover }) => `${short(replid ?? '?')} ${offset}${failover ? ' FAILOVER' : ''}`,
  'full-resync': ({ replid, offset }) => `${short(replid)}:${offset}`,
  continue: ({ replid, items }) => `${short(replid)} +${items.length}${items.length > 0 ? ` @${items.at(-1)?.end}` : ''}`,
  'no-primary-link': nothing,
  rdb: ({ snapshot: { id, writes, replid, offset } }) => `snapshot ${id}, ${writes.length} writes, ${short(replid)}:${offset}`,
  ack: ({ offset }) => `@${offset}`,
  newline: nothing,
  ping: nothing,
  pong: nothing,
  info: nothing,
  'info-reply': ({ info: { role, primary, offset, linkUp, replicas } }) =>
    role === 'primary'
      ? `primary @${offset}, replicas ${replicas.join(' ') || 'none'}`
      : `replica of ${primary} @${offset}, link ${linkUp ? 'up' : 'down'}`,
  subscribe: nothing,
  publish: greeting,
  published: nothing,
  hello: greeting,
  reconfigure: ({ of }) => (of === null ? 'as a primary' : `as a replica of ${of}`),
  reconfigured: nothing,
  ask: ({ primary, epoch, candidate }) =>
    `is ${primary} down? epoch ${epoch}${candidate === null ? '' : `, vote for ${candidate}`}`,
  'ask-reply': ({ down, vote, voteEpoch }) =>
    `${down ? 'down' : 'up'}${vote === null ? '' : `, vote for ${vote} in epoch ${voteEpoch}`}`,
  dump: ({ semisync }) => (semisync ? 'semi-sync' : 'asynchronous'),
  'binlog-event': ({ transaction: { origin, number }, position, ask }) =>
    `${origin}:${number} @${position}${ask ? ', reply' : ''}`,
  heartbeat: ({ position, ask }) => `@${position}${ask ? ', reply' : ''}`,
  'semisync-ack': ({ position }) => `@${position}`,
  'get-master-addr': nothing,
  'master-addr': ({ primary }) => primary,
  'guarded-write': ({ token }) => (token === null ? '' : `token ${token}`),
  'guarded-reply': ({ accepted }) => (accepted ? 'accepted' : 'refused'),
} satisfies Rows

/** Any of them: declared as a method, so that each may name its own message. */
type Tell = { tell(message: Message, commandOf: (write: number) => string): string }['tell']

const TELL: Readonly<Record<Message['type'], Tell>> = CONTENTS

/** A line for each message, at the time from its sending to its arrival, behind its cause and behind what was sent before it. */
export function messageLines({ scenario: { hosts }, wire }: WiredRun): readonly Line[] {
  const commands = new Map(
    wire.flatMap(({ message, write }) => (message.type === 'command' ? [[write, lineOf(message)] as const] : [])),
  )
  const commandOf = (write: number): string => commands.get(write) ?? `write ${write}`
  const nameOf = ({ host, process }: Party): string => {
    const [only, ...more] = processesOf(hosts[host])
    return process === only && more.length === 0 ? host : `${host}.${process}`
  }
  // Behind the header and what was settled.
  let order = 1
  return wire.map(({ from, to, message, by, sent, arrived, lost }) => {
    order = Math.max(order, by ?? -1)
    const fate = arrived !== null ? '' : lost !== null ? ' (lost)' : ' (on its way at the end)'
    const text = [`  ${nameOf(from)}→${nameOf(to)}`, message.type, TELL[message.type](message, commandOf)].filter(
      (part) => part !== '',
    )
    return { at: sent, until: arrived ?? lost, order: order + 0.5, text: `${text.join(' ')}${fate}` }
  })
}
