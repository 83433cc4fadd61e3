import { isDeepStrictEqual } from 'node:util'
import { type Having, type Rows, rowOf } from '@/lib/reading/events'
import type { JournalEvent } from '@/lib/sim/journal'
import type { WiredRun } from '@/lib/sim/outputs'
import type { WireMessage } from '@/lib/sim/wire'

/** What holds between the journal of a run and its wire. Each returns what is wrong, or null. */
export type WireProperty = (run: WiredRun) => string | null

type Message = WireMessage['message']
type Brings = (event: JournalEvent, message: Message) => boolean

const carriesWrite = ({ write }: { readonly write: number }, message: Message): boolean =>
  message.type === 'command' && message.write === write

const noConnection = (answer: string): boolean => answer.startsWith('NOCONN')

/** Whether a message is one that brings an event about, the instant it arrives at the process that the event is about. */
const BROUGHT_BY = {
  execute: carriesWrite,
  'lock-key': (_event, message) => message.type === 'command' && message.name === 'EVAL',
  unchanged: carriesWrite,
  apply: ({ write }, message) =>
    message.type === 'continue'
      ? message.items.some((item) => item.write === write)
      : message.type === 'stream' && message.write === write,
  answer: ({ write }, message) => message.type === 'reply' && message.write === write,
  'wait-answer': ({ count, disks }, message) =>
    message.type === 'reply' && message.write < 0 && isDeepStrictEqual(message.reply, disks ?? count),
  reply: (_event, message) => message.type === 'reply',
  ack: ({ offset }, message) => message.type === 'ack' && message.offset === offset,
  psync: ({ replica }, message) => message.type === 'psync' && message.host === replica,
  continue: ({ replid }, message) => message.type === 'continue' && message.replid === replid,
  load: ({ snapshot }, message) => message.type === 'rdb' && message.snapshot.id === snapshot,
  role: ({ of, sentinel }, message) => message.type === 'reconfigure' && message.of === of && message.sentinel === sentinel,
  resolve: ({ primary }, message) => message.type === 'master-addr' && message.primary === primary,
  sentinel: ({ peer, epoch }, message) => message.type === 'ask' && message.candidate === peer && message.epoch === epoch,
} satisfies Partial<Rows<[message: Message], boolean>>

/** Those of its events that no message brings about. */
const BY_ITSELF = {
  // There was no connection, or it was refused.
  answer: ({ error }) => noConnection(error ?? ''),
  reply: ({ reply }) => typeof reply === 'object' && reply !== null && 'error' in reply && noConnection(reply.error),
  role: ({ orderedBy }) => orderedBy !== 'sentinel',
  resolve: ({ primary }) => primary === null,
  // Only a vote for another is asked for.
  sentinel: ({ event, host, peer }) => event !== '+vote-for-leader' || peer === host,
} satisfies Partial<Rows<[], boolean>>

/**
 * What a process does because of a message happens the instant that this arrives, and what caused the message is among its causes. Known
 * exception: a server holds back what a client sends behind a `WAIT`, or while a `FAILOVER` pauses writes.
 */
export const effectsHaveMessages: WireProperty = (run) => {
  const arrivals = arrivalsOf(run)
  const scripted = scriptedIn(run.events)
  for (const [index, event] of run.events.entries()) {
    const brings: Brings | undefined = rowOf<[message: Message], boolean>(BROUGHT_BY, event)
    if (event.type === 'execute' && scripted.has(event.write)) continue
    if (brings === undefined || rowOf<[], boolean>(BY_ITSELF, event)?.(event) === true) continue
    const found = arrivals.at(event.host, event.at).filter(({ message }) => brings(event, message))
    if (found.length === 0 && !wasHeldBack(run, event)) return `${nameOf(event)} at ${event.at}: no message arrived`
    if (found.length > 0 && !found.some(({ by }) => by === null || leadsTo(run.events, index, (_, cause) => cause === by)))
      return `${nameOf(event)} at ${event.at}: what caused its message is not among its causes`
  }
  return null
}

function nameOf(event: JournalEvent): string {
  return `${event.host} ${event.type}${'write' in event ? ` ${event.write}` : ''}`
}

/** A command that has been there for a while is executed when the `WAIT` before it is answered, or when a `FAILOVER` is over. */
function wasHeldBack({ events, wire }: WiredRun, event: JournalEvent): boolean {
  if (event.type !== 'execute' && event.type !== 'unchanged') return false
  const command = wire.find(({ message }) => carriesWrite(event, message))
  if (command === undefined || command.arrived === null || command.arrived >= event.at) return false
  const answered = ({ connection, message, write, sent }: WireMessage): boolean =>
    connection === command.connection && message.type === 'reply' && write < 0 && sent === event.at
  const over = (other: JournalEvent): boolean =>
    other.type === 'failover-state' && other.state === 'no-failover' && other.host === event.host && other.at === event.at
  return wire.some(answered) || events.some(over)
}

/** What causes something stands before it, in the journal and in time; messages are numbered in the order of sending. */
export const causesStandBefore: WireProperty = ({ events, wire }) => {
  for (const [index, { by, at, type }] of events.entries()) {
    if (by !== null && (by >= index || (events[by]?.at ?? Number.POSITIVE_INFINITY) > at))
      return `${type} ${index} was caused by ${by}`
  }
  let last = 0
  for (const [index, { id, by, sent, message }] of wire.entries()) {
    if (id !== index) return `message ${id} stands at ${index}`
    if (by !== null && (events[by]?.at ?? Number.POSITIVE_INFINITY) > sent) return `${message.type} ${id} was caused by ${by}`
    // What left before time zero is listed connection by connection.
    if (sent >= 0 && sent < last) return `${message.type} ${id} was sent before the one before it`
    last = Math.max(last, sent)
  }
  return null
}

/** The writes that scripts made: nobody sent these as writes, and the event behind each tells of its script. */
function scriptedIn(events: readonly JournalEvent[]): ReadonlySet<number> {
  return new Set(events.flatMap((event) => (event.type === 'lock-key' ? [event.write] : [])))
}

/**
 * A write is executed and answered because it was sent, or because a source of MySQL that fell back let all go that waited (Y14). What a
 * script writes was never sent.
 */
export const sendsCauseAnswers: WireProperty = ({ events }) => {
  const scripted = scriptedIn(events)
  for (const [index, event] of events.entries()) {
    if (event.type !== 'execute' && event.type !== 'unchanged' && event.type !== 'answer') continue
    const { type, write } = event
    if (type === 'execute' && scripted.has(write)) continue
    const isFallBack = (cause: JournalEvent) => type === 'answer' && cause.type === 'semisync-off'
    if (!leadsTo(events, index, (cause) => isFallBack(cause) || (cause.type === 'send' && cause.write === write)))
      return `${type} ${write} does not lead to its send`
  }
  return null
}

/**
 * A write is applied because it was executed, or applied in its turn, where it was copied. Known exception: a replica that catches up
 * does so because of what let it, be it its `PSYNC`, its `ACK`, or that it was put online.
 */
export const executionsCauseCopies: WireProperty = (run) => {
  const arrivals = arrivalsOf(run)
  for (const [index, event] of run.events.entries()) {
    if (event.type !== 'apply') continue
    const copy = arrivals.at(event.host, event.at).find(({ message }) => BROUGHT_BY.apply(event, message))
    const source = (cause: JournalEvent): boolean =>
      cause.host === copy?.from.host && cause.at === copy.sent && (isSource(cause, event) || letsCatchUp(cause, event.host))
    if (!leadsTo(run.events, index, source))
      return `${event.host} applies ${event.write}: that does not lead to where it was copied`
  }
  return null
}

function isSource(cause: JournalEvent, { write }: Having<JournalEvent, 'apply'>): boolean {
  return (cause.type === 'execute' || cause.type === 'apply') && cause.write === write
}

function letsCatchUp(cause: JournalEvent, replica: string): boolean {
  return (cause.type === 'psync' || cause.type === 'ack' || cause.type === 'replica-online') && cause.replica === replica
}

/** No message arrives before it was sent, and none that went under. */
export const arrivalsAreTrue: WireProperty = ({ wire }) => {
  for (const { id, message, sent, arrived, lost } of wire) {
    if (arrived !== null && arrived < sent) return `${message.type} ${id} arrives at ${arrived}, before ${sent}`
    if (lost !== null && lost < sent) return `${message.type} ${id} is lost at ${lost}, before ${sent}`
    if (arrived !== null && lost !== null) return `${message.type} ${id} arrives at ${arrived} and is lost at ${lost}`
  }
  return null
}

/** On a connection messages of one direction arrive in the order of sending; behind one that does not, none does. */
export const connectionsKeepOrder: WireProperty = ({ wire }) => {
  const latest = new Map<string, number>()
  for (const { id, connection, from, message, arrived } of wire) {
    const direction = `${connection} ${from.host} ${from.process}`
    const before = latest.get(direction) ?? 0
    if (arrived !== null && arrived < before) return `${message.type} ${id} of connection ${connection} overtakes another`
    latest.set(direction, arrived ?? Number.POSITIVE_INFINITY)
  }
  return null
}

interface Arrivals {
  at(host: string | null, instant: number): readonly WireMessage[]
}

function arrivalsOf({ wire }: WiredRun): Arrivals {
  const arrivals = new Map<string, WireMessage[]>()
  for (const message of wire) {
    const place = `${message.to.host} ${message.arrived}`
    const known = arrivals.get(place)
    if (known === undefined) arrivals.set(place, [message])
    else known.push(message)
  }
  return { at: (host, instant) => arrivals.get(`${host} ${instant}`) ?? [] }
}

/** Whether an event, or one of those that led to it, passes. */
function leadsTo(
  events: readonly JournalEvent[],
  index: number,
  passes: (event: JournalEvent, index: number) => boolean,
): boolean {
  for (let at: number | null = index; at !== null; ) {
    const event: JournalEvent | undefined = events[at]
    if (event === undefined) return false
    if (passes(event, at)) return true
    // A cause behind its effect is wrong by itself: nobody walks in circles.
    at = event.by !== null && event.by < at ? event.by : null
  }
  return false
}
