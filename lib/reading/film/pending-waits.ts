import type { Run, WiredRun } from '@/lib/sim/outputs'
import type { WireMessage } from '@/lib/sim/wire'
import { eventsOf } from '../events'
import type { Acks } from './acks'
import { lastUntil } from './instants'

/** A `WAIT` that holds up a client. */
export interface PendingWait {
  readonly client: string
  readonly server: string
  /** How many replicas it asks for. */
  readonly wanted: number
  /** When the server took it up, or, where it has not yet, when it was sent, µs. */
  readonly since: number
  /** When its time is up, µs; null: never (R66). */
  readonly until: number | null
  /** Replicas that the primary knows to have what it waits for. */
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

type Asked = WireMessage & { readonly message: { readonly type: 'command' } }

/** A command and what became of it. Times are µs. */
interface Command {
  readonly message: Asked
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

/** Follows every `WAIT` from the client that sent it until its answer is there. */
export function waitsOf(run: WiredRun, acks: Acks): PendingWaits {
  const conversations = withWaits(run)
  return {
    longest: longestOf(conversations),
    at: (at) =>
      conversations.flatMap(({ commands, sent, answered }) => {
        const last = lastUntil(sent, at)
        for (let index = lastUntil(answered, at) + 1; index <= last; index += 1) {
          const command = commands[index]
          if (command !== undefined && isWait(command.message)) return [pending(command, last - index, acks, at)]
        }
        return []
      }),
  }
}

function pending({ message, served, offset }: Command, behind: number, acks: Acks, at: number): PendingWait {
  const [wanted, timeoutMs] = message.message.args.map(Number)
  const isServed = served !== null && served <= at
  const since = isServed ? served : message.sent
  return {
    client: message.from.host,
    server: message.to.host,
    wanted: wanted ?? 0,
    since,
    until: timeoutMs === undefined || timeoutMs === 0 ? null : since + timeoutMs * 1000,
    counted: isServed ? acks.confirmed(message.to.host, offset, at) : [],
    behind,
  }
}

function longestOf(conversations: readonly Conversation[]): PendingWaits['longest'] {
  let longest: PendingWaits['longest'] = null
  for (const { message, served: from, answered: to } of conversations.flatMap(({ commands }) => commands)) {
    if (from === null || to === Infinity || !isWait(message)) continue
    if (longest === null || to - from > longest.to - longest.from) longest = { from, to }
  }
  return longest
}

function isCommand(message: WireMessage): message is Asked {
  return message.message.type === 'command'
}

function isWait({ message: { name, args } }: Asked): boolean {
  return name === 'WAIT' && args.length === 2 && args.every((argument) => /^\d+$/.test(argument))
}

/** Every connection on which somebody waits. */
function withWaits(run: WiredRun): readonly Conversation[] {
  const waiting = new Set<number>()
  for (const message of run.wire) if (isCommand(message) && isWait(message)) waiting.add(message.connection)
  if (waiting.size === 0) return []
  const asked = new Map<number, Asked[]>()
  const answers = new Map<number, WireMessage[]>()
  for (const message of run.wire) {
    if (!waiting.has(message.connection)) continue
    if (isCommand(message)) pushTo(asked, message.connection, message)
    else if (message.message.type === 'reply') pushTo(answers, message.connection, message)
  }
  const offsets = new Offsets(run)
  const ends = endsOf(run)
  return [...asked].map(([connection, commands]) => conversation(commands, answers.get(connection) ?? [], offsets, ends))
}

function pushTo<T>(lists: Map<number, T[]>, key: number, one: T): void {
  const list = lists.get(key)
  if (list) list.push(one)
  else lists.set(key, [one])
}

function conversation(
  asked: readonly Asked[],
  answers: readonly WireMessage[],
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
    commands.push({ message, served, answered: answer?.arrived ?? endOf(message), offset })
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
