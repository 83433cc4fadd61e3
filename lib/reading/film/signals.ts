import type { WiredRun } from '@/lib/sim/outputs'
import type { WireMessage } from '@/lib/sim/wire'
import type { Elections } from './elections'
import { LONGEST_TRAVEL } from './flight-collector'
import { type Frame, reaches } from './frame'
import { lastUntil } from './instants'

/**
 * What is said besides writes: a request for a vote and a vote, a sentinel's advice to a client, an ACK and the question for it, `INFO` and
 * its answer, the order to follow another server, and a full copy.
 */
export type SignalKind = 'ask' | 'vote' | 'advice' | 'ack' | 'getack' | 'info' | 'order' | 'copy'

/** A message on its way that is no write. */
export interface Signal {
  /** Its number in the wire. */
  readonly id: number
  readonly kind: SignalKind
  readonly from: string
  readonly to: string
  /** Part of the way behind it, 0…1. */
  readonly progress: number
  /**
   * What it says, in Redis' own words: the epoch that is asked for, the candidate that gets the vote, the server that clients are sent to or
   * that is to be followed, the offset of an ACK, the role in an `INFO`; null where its kind says it all.
   */
  readonly text: string | null
}

export interface Signals {
  /**
   * Those on their way at the frame's instant. Each is shown for `shownFor` µs at least, else nobody would see the fast ones; where there
   * are many, one in every 2ⁿ.
   */
  at(frame: Frame, shownFor: number): readonly Signal[]
}

/** A signal and its times, µs. */
interface Sent extends Omit<Signal, 'progress'> {
  readonly sent: number
  /** Null: it never came. */
  readonly arrived: number | null
  readonly lost: number | null
  /** Which it is of all that go its way, and how far apart the last few of these are, µs. */
  readonly place: number
  readonly apart: number
}

type Said = Pick<Signal, 'kind' | 'text'> | null

/** What a message is as a signal; null: none. */
type Reading = { readonly [T in WireMessage['message']['type']]?: (message: Saying<T>, sent: number) => Said }
type Saying<T> = Extract<WireMessage['message'], { readonly type: T }>

/** Of what crosses one link in one direction, at most about this many of a kind are drawn. */
const MOST = 4
/** By so many of them it is told how far apart they are. */
const FEW = 3
/** How far a message comes whose way is cut, and how many times as long as others it is shown there. */
const AT_THE_WALL = 0.5
const STUCK_SHOWN = 3

/** The signals of a run, ready to be drawn at any instant. */
export function signalsOf({ wire }: WiredRun, elections: Elections): Signals {
  const signals = collect(wire, elections)
  const instants = signals.map(({ sent }) => sent)
  const slowest = signals.reduce((most, { sent, arrived }) => {
    const travel = (arrived ?? sent) - sent
    return travel <= LONGEST_TRAVEL ? Math.max(most, travel) : most
  }, 0)
  return {
    at(frame, shownFor) {
      const shown: Signal[] = []
      const walled = new Map<string, number>()
      const last = lastUntil(instants, frame.at)
      for (let index = lastUntil(instants, frame.at - Math.max(slowest, STUCK_SHOWN * shownFor)) + 1; index <= last; index += 1) {
        const signal = signals[index]
        const progress = signal === undefined || !isDrawn(signal, shownFor) ? null : progressOf(signal, frame, shownFor)
        if (signal === undefined || progress === null) continue
        const { id, kind, from, to, text } = signal
        const drawn = { id, kind, from, to, progress, text }
        // What runs into the wall stays there: the latest for all that do.
        const wall = progress === AT_THE_WALL && !reaches(frame, from, to) ? `${kind} ${from} ${to}` : null
        const before = wall === null ? undefined : walled.get(wall)
        if (before !== undefined) shown[before] = drawn
        else {
          if (wall !== null) walled.set(wall, shown.length)
          shown.push(drawn)
        }
      }
      return shown
    },
  }
}

function progressOf({ from, to, sent, arrived, lost }: Sent, frame: Frame, shownFor: number): number | null {
  const since = frame.at - sent
  if (lost !== null && lost <= frame.at) return null
  if ((arrived === null || arrived > frame.at) && !reaches(frame, from, to)) {
    return since < STUCK_SHOWN * shownFor ? Math.min(AT_THE_WALL, since / Math.max(1, shownFor)) : null
  }
  const progress = since / Math.max(1, shownFor, (arrived ?? sent) - sent)
  return progress < 1 ? progress : null
}

/** Whether a signal is among those that stand for all: the same ones at every instant, so that none flickers. */
function isDrawn({ place, apart, sent, arrived }: Sent, shownFor: number): boolean {
  // What was held up, by a cut or a frozen process, is on its way for that long.
  const onTheWay = Math.max(shownFor, (arrived ?? sent) - sent) / Math.max(1, apart)
  return place % 2 ** Math.max(0, Math.ceil(Math.log2(onTheWay / MOST))) === 0
}

function collect(wire: WiredRun['wire'], elections: Elections): readonly Sent[] {
  const readings = readingsOf(elections)
  /** When the last few on each way were sent, and how many there have been. */
  const ways = new Map<string, { sent: number[]; count: number }>()
  /** When the copy on a connection began. */
  const begun = new Map<number, number>()
  const signals: Sent[] = []
  for (const { id, connection, message, from, to, sent: handed, arrived, lost } of wire) {
    if (message.type === 'full-resync') begun.set(connection, handed)
    const said = readAs(readings, message, handed)
    if (said === null || from.host === to.host) continue
    // The last byte of a copy is one message; the others were under way since it began (R40).
    const sent = said.kind === 'copy' ? (begun.get(connection) ?? handed) : handed
    const key = `${said.kind} ${from.host} ${to.host}`
    const way = ways.get(key) ?? { sent: [], count: 0 }
    ways.set(key, way)
    const oldest = way.sent.at(-FEW)
    const apart = oldest === undefined ? Infinity : (sent - oldest) / FEW
    signals.push({ id, ...said, from: from.host, to: to.host, sent, arrived, lost, place: way.count, apart })
    way.sent.push(sent)
    way.count += 1
  }
  return signals.sort((a, b) => a.sent - b.sent)
}

function readAs<T extends WireMessage['message']['type']>(readings: Reading, message: Saying<T>, sent: number): Said {
  const reading = readings[message.type as T]
  return reading?.(message, sent) ?? null
}

const ROLES = { primary: 'role:master', replica: 'role:slave' } as const

/** What the messages of other kinds of process are. */
export const READINGS: { -readonly [T in keyof Reading]: Reading[T] } = {}

function readingsOf(elections: Elections): Reading {
  return {
    ...READINGS,
    // A candidate goes on asking after its election (R95).
    ask: ({ candidate, epoch }, sent) =>
      candidate !== null && elections.epochAt(sent) === epoch ? { kind: 'ask', text: String(epoch) } : null,
    'ask-reply': ({ vote, voteEpoch }, sent) =>
      vote !== null && elections.epochAt(sent) === voteEpoch ? { kind: 'vote', text: vote } : null,
    'master-addr': ({ primary }) => ({ kind: 'advice', text: primary }),
    ack: ({ offset }) => ({ kind: 'ack', text: String(offset) }),
    stream: ({ kind }) => (kind === 'getack' ? { kind: 'getack', text: null } : null),
    info: () => ({ kind: 'info', text: null }),
    'info-reply': ({ info }) => ({ kind: 'info', text: ROLES[info.role] }),
    reconfigure: ({ of }) => ({ kind: 'order', text: of ?? 'NO ONE' }),
    rdb: () => ({ kind: 'copy', text: null }),
  }
}
