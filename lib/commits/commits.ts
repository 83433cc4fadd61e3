import { eventsOf } from '@/lib/reading/events'
import type { JournalEvent } from '@/lib/sim/journal'
import type { WiredRun } from '@/lib/sim/outputs'
import { isError, type Reply } from '@/lib/sim/reply'
import { runWithWire } from '@/lib/sim/run'
import { COMMITS, type Commit, commitScenario, DEATH_NAMES, DEATHS, type Death, SENT_AT, serversOf } from './scenario'

/** Somebody looks for the write on a server, and finds it or not. */
export interface Look {
  readonly at: number
  readonly found: boolean
}

/** When what happened to the one write of a run, in milliseconds since its client sent it; null: it did not happen. */
export interface Phases {
  /** It arrives at the server. */
  readonly arrived: number
  /** MySQL's: it stands in the binlog, and is flushed; from then on it is sent. */
  readonly written: number | null
  readonly flushed: number | null
  /** It leaves for the replica, and arrives there. */
  readonly sent: number
  readonly received: number
  /** MySQL's: the replica has it in its relay log, and acknowledges it. */
  readonly relayed: number | null
  /** The replica has executed it. */
  readonly applied: number
  /** The source has read the acknowledgement; null where nobody waits for one. */
  readonly acknowledged: number | null
  /** The server has executed it, or committed it in its engine: others may see it. */
  readonly committed: number
  /** The client reads `OK`. */
  readonly answered: number
  /** It reads what `WAIT` returned. */
  readonly counted: number | null
}

/** What is left of the write when the server has died at some instant. */
export interface Outcome {
  readonly death: Death
  /** What the client has been told of it, ever. */
  readonly told: 'nothing' | 'ok' | 'counted'
  /** Where somebody found it before the death. */
  readonly seen: 'nowhere' | 'source' | 'replica' | 'both'
  readonly fate: Fate
  /** Whether the old server has it, once it follows the promoted one. */
  readonly old: boolean
}

/**
 * What became of a write: `kept` by the promoted replica; acknowledged and `lost`; `vanished`, which nobody had acknowledged and somebody
 * had read; or `gone`, of which nobody had been told.
 */
export type Fate = 'kept' | 'lost' | 'vanished' | 'gone'

/** One of the four, from runs of the kernel. */
export interface CommitRuns {
  readonly commit: Commit
  readonly source: string
  readonly replica: string
  readonly phases: Phases
  readonly onSource: readonly Look[]
  readonly onReplica: readonly Look[]
  readonly outcomes: readonly Outcome[]
}

/** All four, each run without a death and with each. Pure. */
export function commits(): readonly CommitRuns[] {
  return COMMITS.map((commit) => {
    const { source, replica } = serversOf(commit)
    const run = runWithWire(commitScenario(commit, null))
    return {
      commit,
      source,
      replica,
      phases: phasesOf(run, source, replica),
      onSource: looksAt(run, source),
      onReplica: looksAt(run, replica),
      outcomes: DEATH_NAMES.map((death) => outcomeOf(commit, death)),
    }
  })
}

/** Microseconds of the run as milliseconds since the client sent. */
const since = (micros: number): number => (micros - SENT_AT * 1000) / 1000

type EventType = JournalEvent['type']

function phasesOf(run: WiredRun, source: string, replica: string): Phases {
  const first = (host: string, ...types: readonly EventType[]): number | null => {
    const found = eventsOf(run, ...types).find(({ event }) => event.host === host && event.at / 1000 >= SENT_AT)
    return found === undefined ? null : since(found.event.at)
  }
  const carrying = (from: string, to: string) => {
    const message = run.wire.find((each) => each.write === 0 && each.from.host === from && each.to.host === to)
    if (message === undefined || message.arrived === null) throw new Error(`${run.scenario.name}: no write from ${from} to ${to}`)
    return { sent: since(message.sent), arrived: since(message.arrived) }
  }
  const copy = carrying(source, replica)
  const counted = first('c1', 'wait-answer')
  return {
    arrived: carrying('c1', source).arrived,
    written: first(source, 'binlog-written'),
    flushed: first(source, 'binlog-synced'),
    sent: copy.sent,
    received: copy.arrived,
    relayed: first(replica, 'relay-written'),
    applied: certain(first(replica, 'apply', 'applied'), 'applied'),
    // Without WAIT an acknowledgement comes with the replica's next one, and nobody waits for it.
    acknowledged: first(source, 'ack-received') ?? (counted === null ? null : first(source, 'ack')),
    committed: certain(first(source, 'execute', 'engine-commit'), 'committed'),
    answered: certain(first('c1', 'answer'), 'answered'),
    counted,
  }
}

function certain(at: number | null, what: string): number {
  if (at === null) throw new Error(`a commit that is never ${what}`)
  return at
}

function looksAt(run: WiredRun, host: string): readonly Look[] {
  return eventsOf(run, 'reply').flatMap(({ event }) =>
    event.on === host && READS.includes(event.name) ? [{ at: since(event.at - event.took), found: isFound(event.reply) }] : [],
  )
}

const READS: readonly string[] = ['GET', 'SELECT']

/** Neither nothing, nor no rows, nor an error. */
function isFound(reply: Reply): boolean {
  return reply !== null && !isError(reply) && !(Array.isArray(reply) && reply.length === 0)
}

function outcomeOf(commit: Commit, death: Death): Outcome {
  const { source, replica } = serversOf(commit)
  const run = runWithWire(commitScenario(commit, death))
  const [onSource, onReplica] = [looksAt(run, source), looksAt(run, replica)]
  const seen = (looks: readonly Look[]) => looks.some(({ at, found }) => found && at <= DEATHS[death])
  const there = { source: seen(onSource), replica: seen(onReplica) }
  const acknowledged = eventsOf(run, 'answer').some(({ event }) => event.error === null)
  return {
    death,
    told: eventsOf(run, 'wait-answer').length > 0 ? 'counted' : acknowledged ? 'ok' : 'nothing',
    seen: there.source ? (there.replica ? 'both' : 'source') : there.replica ? 'replica' : 'nowhere',
    fate: onReplica.at(-1)?.found ? 'kept' : acknowledged ? 'lost' : there.source ? 'vanished' : 'gone',
    old: onSource.at(-1)?.found ?? false,
  }
}
