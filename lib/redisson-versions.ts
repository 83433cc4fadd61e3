import { scenarioFiles } from '@/content/scenarios'
import { eventsOf } from '@/lib/reading/events'
import { judgeLocks, type LockVerdict } from '@/lib/reading/verdict/locks'
import type { WiredRun } from '@/lib/sim/outputs'
import { runWithWire } from '@/lib/sim/run'
import { parseScenario } from '@/lib/sim/scenario/parse'

/** The releases at which something of a lock changed (L9, L11, L13, L18), each the first of a row of the table. */
const RELEASES = [
  '3.0.0',
  '3.12.5',
  '3.16.7',
  '3.17.0',
  '3.17.5',
  '3.18.1',
  '3.20.0',
  '3.20.1',
  '3.25.0',
  '3.27.0',
  '3.44.0',
  '3.47.0',
] as const

/** What came of it, with one of two replicas that confirms, and with none. */
export type Granted = 'granted' | 'stuck' | 'undone' | 'retried'
/** Where the number to wait for comes from. */
export type Count = 'none' | 'list' | 'asked' | 'kept'

/** What releases do from this one on, each cell read off a run of the kernel. */
export interface RedissonRow {
  readonly since: string
  readonly count: Count
  readonly oneOfTwo: Granted
  readonly none: Granted
  /** After a renewal that no replica confirmed. */
  readonly watchdog: 'ends' | 'goes-on'
}

/** The rows of the table, those that do the same as the one before left out. */
export function redissonVersions(): readonly RedissonRow[] {
  const rows = RELEASES.map(rowOf)
  const said = ({ since: _since, ...cells }: RedissonRow) => JSON.stringify(cells)
  return rows.filter((row, index) => index === 0 || said(row) !== said(rows[index - 1] as RedissonRow))
}

function rowOf(since: string): RedissonRow {
  return {
    since,
    count: countIn(runOf('lock-no-failover', since)),
    oneOfTwo: grantedIn(runOf('lock-one-of-two', since)),
    none: grantedIn(runOf('lock-stuck', since)),
    watchdog: watchdogIn(runOf('lock-no-failover', since)),
  }
}

/** The named scenario with this release at the first client. */
function runOf(name: 'lock-no-failover' | 'lock-one-of-two' | 'lock-stuck', version: string): WiredRun {
  const file = scenarioFiles[name]
  const { c1 } = file.hosts
  const lock = { ...c1.client.lock, version }
  return runWithWire(parseScenario({ ...file, hosts: { ...file.hosts, c1: { client: { ...c1.client, lock } } } }))
}

/** By what the client sent: whether it waits at all, and whether it asks before each script, or once. */
function countIn({ wire }: WiredRun): Count {
  const sent = wire.flatMap(({ from, message }) => (from.host === 'c1' && message.type === 'command' ? message.name : []))
  const times = (name: string) => sent.filter((other) => other === name).length
  if (times('WAIT') === 0) return 'none'
  if (times('INFO') === 0) return 'list'
  return times('INFO') === times('WAIT') ? 'asked' : 'kept'
}

function grantedIn(run: WiredRun): Granted {
  const verdict = judgeLocks(run)
  if (isGranted(verdict)) return 'granted'
  // The old primary deletes it for nobody else.
  const undone = eventsOf(run, 'lock-key').some(({ event }) => event.host === 'r1' && event.owner === null)
  if (!undone) return 'stuck'
  return eventsOf(run, 'lock-failed').some(({ event }) => event.host === 'c1') ? 'undone' : 'retried'
}

function isGranted({ beliefs }: LockVerdict): boolean {
  return beliefs[0]?.owner === 'c1'
}

function watchdogIn(run: WiredRun): RedissonRow['watchdog'] {
  const ended = eventsOf(run, 'lock-not-renewed').some(({ event }) => event.host === 'c1' && event.stops)
  return ended ? 'ends' : 'goes-on'
}
