import type { Reply } from '@/lib/sim/journal'
import type { Run } from '@/lib/sim/outputs'
import { eventsOf } from '../events'
import type { Lanes } from '../film/lanes'
import type { LockHeadline } from '../kinds/locks/headlines'
import type { MysqlHeadline } from '../kinds/mysql/headlines'
import type { Verdict, WriteRecord } from '../verdict/verdict'
import { waitName } from './moments/story'

/** The verdict in one sentence: a code and what its sentence needs. Each is true of the run it was chosen for. */
export type Headline = CommonHeadline | MysqlHeadline | LockHeadline

/** What the words of every demo have a sentence for. */
type CommonHeadline =
  /** Nothing was acknowledged. */
  | { readonly code: 'nothing'; readonly attempted: number }
  /** One server answered all that was acknowledged. */
  | {
      readonly code: 'lost'
      readonly server: string
      readonly acknowledged: number
      readonly lost: number
      readonly refused: number
    }
  | { readonly code: 'lost-of-several'; readonly acknowledged: number; readonly lost: number; readonly refused: number }
  /** The final primary is the first one, come back with less than it had. */
  | {
      readonly code: 'wiped'
      readonly server: string
      readonly acknowledged: number
      readonly lost: number
      readonly empty: boolean
    }
  /** Some writes were confirmed by as many replicas as they asked for. `lost` counts those, `others` the lost ones among the rest. */
  | {
      readonly code: 'waited'
      readonly command: string
      readonly confirmed: number
      readonly lost: number
      readonly others: number
    }
  /** All there is to tell is the answer to one `WAIT`. */
  | {
      readonly code: 'wait-reply'
      readonly command: string
      readonly reply: Reply
      readonly asked: number
    }
  | { readonly code: 'refused-instead'; readonly server: string | null; readonly acknowledged: number; readonly refused: number }
  /** The primary is gone and nobody took its place. */
  | { readonly code: 'no-failover'; readonly primary: string; readonly acknowledged: number; readonly failed: number }
  | { readonly code: 'survived'; readonly primary: string | null; readonly acknowledged: number; readonly failed: number }
  | { readonly code: 'kept'; readonly acknowledged: number; readonly failed: number }

export type HeadlineCode = Headline['code']
export type CommonHeadlineCode = CommonHeadline['code']
export type HeadlineOf<C extends HeadlineCode> = Extract<Headline, { readonly code: C }>

const isAcknowledged = (write: WriteRecord): boolean => write.answeredAt !== null && write.error === null

function count(verdict: Verdict, test: (write: WriteRecord) => boolean): number {
  return verdict.writes.filter(test).length
}

/** Whether a write asked `WAIT` for replicas and got them all. */
function confirmations(run: Run): ReadonlySet<number> {
  return new Set(eventsOf(run, 'wait-answer').flatMap(({ event }) => (event.count >= event.asked ? [event.write] : [])))
}

function waited(run: Run, verdict: Verdict): Headline | null {
  if (!run.scenario.workload.some((work) => work.wait)) return null
  const confirmed = confirmations(run)
  if (confirmed.size === 0) return null
  const lost = count(verdict, (write) => write.fate === 'lost' && confirmed.has(write.write))
  return { code: 'waited', command: waitName(run.scenario), confirmed: confirmed.size, lost, others: verdict.lost - lost }
}

function waitReply(run: Run): Headline | null {
  if (run.scenario.workload.length > 0) return null
  const last = eventsOf(run, 'reply').findLast(({ event }) => event.name === 'WAIT')
  if (!last) return null
  const asked = Number(last.event.args[0])
  return { code: 'wait-reply', command: last.event.command, reply: last.event.reply, asked }
}

/** A run in which the first primary came back from disk, or from nothing, and was never replaced. */
function wiped(run: Run, verdict: Verdict): Headline | null {
  if (verdict.lost === 0 || eventsOf(run, 'role').length > 0) return null
  const boot = eventsOf(run, 'boot').findLast(({ event }) => event.role === 'primary' && event.host === verdict.finalPrimary)
  if (!boot) return null
  const { acknowledged, lost } = verdict
  return { code: 'wiped', server: boot.event.host, acknowledged, lost, empty: boot.event.writes === 0 }
}

function lossless(run: Run, verdict: Verdict, lanes: Lanes): Headline {
  const { acknowledged, finalPrimary } = verdict
  const failed = verdict.attempted - acknowledged
  if (verdict.writes.some((write) => write.error === 'NOREPLICAS')) {
    const servers = new Set(verdict.writes.flatMap(({ fate, server }) => (fate === 'refused' ? [server] : [])))
    const [server = null] = servers.size === 1 ? servers : []
    return { code: 'refused-instead', server, acknowledged, refused: verdict.refused }
  }
  if (eventsOf(run, 'role').some(({ event }) => event.role === 'primary'))
    return { code: 'survived', primary: finalPrimary, acknowledged, failed }
  const down = lanes.lanes.find((lane) => lane.server === finalPrimary && lane.segments.at(-1)?.kind === 'down')
  if (down) return { code: 'no-failover', primary: down.server, acknowledged, failed }
  return { code: 'kept', acknowledged, failed }
}

/** Chooses the sentence that tells what happened, in the reader's units: acknowledged writes. */
export function headlineOf(run: Run, verdict: Verdict, lanes: Lanes): Headline {
  const reply = waitReply(run)
  if (reply) return reply
  const { acknowledged, lost } = verdict
  if (acknowledged === 0) return { code: 'nothing', attempted: verdict.attempted }
  const special = waited(run, verdict) ?? wiped(run, verdict)
  if (special) return special
  if (lost === 0) return lossless(run, verdict, lanes)
  const { refused } = verdict
  const servers = new Set(verdict.writes.filter(isAcknowledged).map((write) => write.server))
  const [server] = servers
  if (servers.size === 1 && typeof server === 'string') return { code: 'lost', server, acknowledged, lost, refused }
  return { code: 'lost-of-several', acknowledged, lost, refused }
}

/** Whether the sentence tells of a loss. */
export function isLoss(headline: Headline): boolean {
  return 'lost' in headline && headline.lost + ('others' in headline ? headline.others : 0) > 0
}
