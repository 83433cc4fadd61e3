import type { JournalEvent } from '@/lib/sim/journal'
import type { Run, WiredRun } from '@/lib/sim/outputs'
import '../verdict/mysql'
import { type WaitName, waitName } from '../story/moments/story'
import { judge, type Verdict, type WriteRecord } from '../verdict/verdict'
import { type Line, print, seconds } from './line'
import { messageLines } from './messages'
import { verdictLines } from './summary'
import { tell } from './told'

/**
 * A run as lines for people: the verdict, then the journal, with the traffic of the writes folded into one line a stretch; between them the
 * messages, where the run comes with its wire.
 */
export function transcript(run: Run | WiredRun, verdict: Verdict = judge(run)): readonly string[] {
  const messages = 'wire' in run ? messageLines(run) : []
  const lines = [...told(run.events), ...traffic(run, verdict), ...messages].sort((a, b) => a.at - b.at || a.order - b.order)
  return [...verdictLines(run, verdict), '', ...lines.map(print)]
}

/** Every event that is not folded into the traffic; what one party tries again and again with the same outcome is one line. */
function told(events: readonly JournalEvent[]): readonly Line[] {
  const lines: (Line & { until: number | null; times: number })[] = []
  const tries = new Map<string, number>()
  for (const [order, event] of events.entries()) {
    const text = tell(event)
    if (text === null) continue
    const party = event.type === 'resolve' ? event.host : event.type === 'link-lost' ? `${event.host} ⇠` : null
    const known = party === null ? undefined : lines[tries.get(party) ?? -1]
    if (known?.text === text) {
      known.until = event.at
      known.times += 1
      continue
    }
    if (party !== null) tries.set(party, lines.length)
    // A typed command stands where it was typed; its answer came at the end of the line's time.
    const typed = event.type === 'reply'
    lines.push({ at: typed ? event.at - event.took : event.at, until: typed ? event.at : null, order, text, times: 1 })
  }
  return lines.map(({ times, ...line }) => (times === 1 ? line : { ...line, text: `${line.text} ×${times}` }))
}

/** Writes of one client that went to the same server and had the same fate for the same reason. */
interface Stretch {
  readonly first: WriteRecord
  readonly kind: string
  readonly waits: Map<number, number>
  last: WriteRecord
  count: number
}

function traffic({ scenario, events }: Run, { writes }: Verdict): readonly Line[] {
  const current = new Map<string, Stretch>()
  const stretches: Stretch[] = []
  for (const record of writes) {
    const kind = `${record.client} → ${record.server ?? '?'}  N ${outcome(record, events)}`
    let stretch = current.get(record.client)
    if (stretch?.kind !== kind) {
      stretch = { first: record, kind, waits: new Map(), last: record, count: 0 }
      current.set(record.client, stretch)
      stretches.push(stretch)
    }
    stretch.last = record
    stretch.count += 1
    if (record.waited !== null) stretch.waits.set(record.waited, (stretch.waits.get(record.waited) ?? 0) + 1)
  }
  return stretches.map(({ first, last, kind, count, waits }) => ({
    at: first.sentAt,
    until: last.sentAt,
    order: events.length + first.write,
    text: kind.replace(' N ', ` ${count} `) + waited(waitName(scenario), waits),
  }))
}

function outcome({ fate, error, survived, lostBy, leftOn }: WriteRecord, events: readonly JournalEvent[]): string {
  if (fate === 'refused') return `refused ${error}`
  if (fate === 'no-connection') return 'no connection'
  if (fate === 'unanswered') return survived ? 'unanswered, yet there at the end' : 'unanswered'
  if (fate === 'safe') return 'OK'
  const event = lostBy === null ? undefined : events[lostBy]
  return event === undefined
    ? `OK, lost, still on ${leftOn.join(' ') || 'nobody'} at the end`
    : `OK, lost at ${seconds(event.at)} (${(tell(event) ?? event.type).replace('— ', '')})`
}

function waited(command: WaitName, waits: ReadonlyMap<number, number>): string {
  const counts = [...waits].sort(([a], [b]) => a - b).map(([count, times]) => `${count} ×${times}`)
  return counts.length === 0 ? '' : `, ${command} ${command === 'WAIT' ? 'returned' : 'found'} ${counts.join(', ')}`
}
