import type { Run, WiredRun } from '@/lib/sim/outputs'
import type { WireMessage } from '@/lib/sim/wire'
import { eventsOf } from '../events'
import type { Acks } from './acks'
import { lastUntil } from './instants'

/** A command that holds up a client until enough have what it wrote: `WAIT`, or what another kind of process has for that. */
export interface PendingWait {
  readonly client: string
  readonly server: string
  /** What hangs on the client. */
  readonly command: string
  /** How many replicas it asks for, or disks. */
  readonly wanted: number
  /** When the server took it up, or, where it has not yet, when it was sent, µs. */
  readonly since: number
  /** When its time is up, µs; null: never (R66). */
  readonly until: number | null
  /** Servers that the primary knows to have what it waits for. */
  readonly counted: readonly string[]
  /** Commands that the client has sent behind it, and that are held up by it (R63). */
  readonly behind: number
}

export interface PendingWaits {
  /** At `at` µs: the first `WAIT` of every connection that has had no answer. */
  at(at: number): readonly PendingWait[]
  /** The one that was taken up and answered the latest after it; µs; null where there was none. */
  readonly longest: { readonly from: number; readonly to: number } | null
}

export type Asked = WireMessage & { readonly message: { readonly type: 'command' } }

/** What a command waits for. */
export interface WaitsFor extends Pick<PendingWait, 'command' | 'wanted'> {
  /** µs; 0: for ever. */
  readonly timeout: number
  /** Who has the stream up to an offset, as far as the primary knows at `at` µs. */
  readonly counted: (offset: number, at: number) => readonly string[]
}

/** What a command waits for; null for one that waits for nobody. */
export type Waiting = (asked: Asked) => WaitsFor | null

/** A command and what became of it. Times are µs. */
interface Command {
  readonly message: Asked
  readonly waitsFor: WaitsFor | null
  /** When the server took it up: it takes one after the other. */
  readonly served: number | null
  /** When the client read the answer, or lost the connection. */
  readonly answered: number
  /** The place in the stream behind the last command before it that was not refused (R61). */
  readonly offset: number
}

/** The commands of one connection, in their order. */
interface Conversation {
  readonly commands: readonly Command[]
  readonly sent: readonly number[]
  /** Ascends: answers come in the order of the commands. */
  readonly answered: readonly number[]
}

/** `WAIT` and its replicas (R62). */
export function waitOn(acks: Acks): Waiting {
  return ({ to, message: { name, args } }) => {
    const command = `${name} ${args.join(' ')}`
    const [, wanted, timeout] = /^WAIT (\d+) (\d+)$/.exec(command) ?? []
    return timeout
      ? {
          command,
          wanted: +(wanted ?? 0),
          timeout: Number(timeout) * 1000,
          counted: (offset, at) => acks.confirmed(to.host, offset, at),
        }
      : null
  }
}

/** Follows every such command from the client that sent it until its answer is there. */
export function waitsOf(run: WiredRun, waiting: Waiting): PendingWaits {
  const conversations = withWaits(run, waiting)
  return {
    longest: longestOf(conversations),
    at: (at) =>
      conversations.flatMap(({ commands, sent, answered }) => {
        const last = lastUntil(sent, at)
        for (let index = lastUntil(answered, at) + 1; index <= last; index += 1) {
          const command = commands[index]
          if (command?.waitsFor) return [pending(command, command.waitsFor, last - index, at)]
        }
        return []
      }),
  }
}

function pending(
  { message: { from, to, sent }, served, offset }: Command,
  { timeout, counted, ...said }: WaitsFor,
  behind: number,
  at: number,
): PendingWait {
  const isServed = served !== null && served <= at
  const since = isServed ? served : sent
  return {
    ...said,
    client: from.host,
    server: to.host,
    since,
    until: timeout === 0 ? null : since + timeout,
    counted: isServed ? counted(offset, at) : [],
    behind,
  }
}

function longestOf(conversations: readonly Conversation[]): PendingWaits['longest'] {
  let longest: PendingWaits['longest'] = null
  for (const { waitsFor, served: from, answered: to } of conversations.flatMap(({ commands }) => commands)) {
    if (from === null || to === Infinity || waitsFor === null) continue
    if (longest === null || to - from > longest.to - longest.from) longest = { from, to }
  }
  return longest
}

function isCommand(message: WireMessage): message is Asked {
  return message.message.type === 'command'
}

/** Every connection on which somebody waits. */
function withWaits(run: WiredRun, waiting: Waiting): readonly Conversation[] {
  const held = new Set<number>()
  for (const message of run.wire) if (isCommand(message) && waiting(message)) held.add(message.connection)
  if (held.size === 0) return []
  const asked = new Map<number, Asked[]>()
  const answers = new Map<number, WireMessage[]>()
  for (const message of run.wire) {
    if (!held.has(message.connection)) continue
    if (isCommand(message)) pushTo(asked, message.connection, message)
    else if (message.message.type === 'reply') pushTo(answers, message.connection, message)
  }
  const offsets = new Offsets(run)
  const ends = endsOf(run)
  return [...asked].map(([connection, commands]) => conversation(commands, answers.get(connection) ?? [], waiting, offsets, ends))
}

function pushTo<T>(lists: Map<number, T[]>, key: number, one: T): void {
  const list = lists.get(key)
  if (list) list.push(one)
  else lists.set(key, [one])
}

function conversation(
  asked: readonly Asked[],
  answers: readonly WireMessage[],
  waiting: Waiting,
  offsets: Offsets,
  endOf: (message: WireMessage) => number,
): Conversation {
  const commands: Command[] = []
  let offset = 0
  for (const [index, message] of asked.entries()) {
    const { arrived } = message
    const before = index === 0 ? arrived : (answers[index - 1]?.sent ?? null)
    const served = arrived === null || before === null ? null : Math.max(arrived, before)
    const answer = answers[index]
    commands.push({ message, waitsFor: waiting(message), served, answered: answer?.arrived ?? endOf(message), offset })
    if (served !== null && !isRefusal(answer)) offset = offsets.after(message, served, answer)
  }
  return { commands, sent: commands.map(({ message }) => message.sent), answered: commands.map(({ answered }) => answered) }
}

/** Whether the command was not admitted: a gate was closed, or a replica asked to write (R6). */
function isRefusal(answer: WireMessage | undefined): boolean {
  const reply = answer?.message.type === 'reply' ? answer.message.reply : null
  return typeof reply === 'object' && reply !== null && 'error' in reply && /^(NOREPLICAS|READONLY)/.test(reply.error)
}

/** Says when whoever sent a message has lost the connection to whom it was sent; never: infinity. */
function endsOf(run: Run): (message: WireMessage) => number {
  const left = eventsOf(run, 'disconnect').map(({ event }) => ({ at: event.at, from: event.host, to: event.server }))
  const killed = eventsOf(run, 'kill').map(({ event }) => event)
  return ({ from, to, sent }) => {
    const end = left.find((one) => one.at >= sent && one.from === from.host && one.to === to.host)
    // Who types on the host of a server has no client there.
    const typing = from.host === to.host ? 'redis' : from.process
    const death = killed.find(({ at, host, process }) => at >= sent && host === from.host && process === typing)
    return Math.min(end?.at ?? Infinity, death?.at ?? Infinity)
  }
}

/** Where the stream of a server stands from one instant on, in its order. */
interface Stream {
  /** Of the message in the wire that moved it. */
  readonly ids: number[]
  readonly sent: number[]
  readonly end: number[]
  /** Whether it asks for an ACK. */
  readonly asks: boolean[]
}

/** Where the streams of the servers stand. */
class Offsets {
  readonly #executed = new Map<number, number>()
  readonly #streams = new Map<string, Stream>()

  constructor(run: WiredRun) {
    for (const { event } of eventsOf(run, 'execute')) this.#executed.set(event.write, event.offset)
    for (const { host, offset } of eventsOf(run, 'settled')[0]?.event.servers ?? []) {
      this.#streams.set(host, { ids: [-1], sent: [0], end: [offset], asks: [false] })
    }
    // A start and a new role set it where nothing has been sent yet.
    const turns = eventsOf(run, 'boot', 'role').map(({ event }) => event)
    let turn = 0
    for (const { id, message, from, sent } of run.wire) {
      for (let next = turns[turn]; next !== undefined && next.at < sent; next = turns[turn]) {
        this.#move(next.host, { id, sent: next.at, end: next.offset, asks: false })
        turn += 1
      }
      if (message.type === 'stream') this.#move(from.host, { id, sent, end: message.end, asks: message.kind === 'getack' })
    }
  }

  /** Behind a command that a server took up at `served` µs. */
  after(asked: Asked, served: number, answer: WireMessage | undefined): number {
    const written = this.#executed.get(asked.message.write)
    if (written !== undefined) return written
    const stream = this.#streams.get(asked.to.host)
    if (stream === undefined) return 0
    // An answer leaves at once, but for that of a WAIT which blocks: then the question for ACKs comes behind it (R63).
    let place = answer?.sent === served ? lastUntil(stream.ids, answer.id) : lastUntil(stream.sent, served)
    while (answer?.sent !== served && stream.asks[place] && stream.sent[place] === served) place -= 1
    return stream.end[place] ?? 0
  }

  #move(host: string, { id, sent, end, asks }: { id: number; sent: number; end: number; asks: boolean }): void {
    const stream = this.#streams.get(host)
    if (stream === undefined) return
    stream.ids.push(id)
    stream.sent.push(sent)
    stream.end.push(end)
    stream.asks.push(asks)
  }
}
