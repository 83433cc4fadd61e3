// What the sentences of a storyboard are held against: the events alone.
import type { Verdict } from '@/lib/reading/verdict/verdict'
import type { JournalEvent } from '@/lib/sim/journal'
import type { Run } from '@/lib/sim/outputs'

/** What a moment can be held against. */
export interface Ground {
  readonly run: Run
  readonly verdict: Verdict
  readonly event: JournalEvent | undefined
  /** Events before the moment's own, and behind it. */
  readonly before: readonly JournalEvent[]
  readonly behind: readonly JournalEvent[]
}

/** What says of a server whether it takes writes. */
const ROLES: readonly JournalEvent['type'][] = ['role', 'boot', 'mysql-up', 'promoted', 'read-only']

/** Whether a server was a primary, by the last event that said so. */
export function isPrimary(events: readonly JournalEvent[], host: string): boolean {
  const last = events.findLast((event) => ROLES.includes(event.type) && event.host === host)
  if (last?.type === 'role' || last?.type === 'boot') return last.role === 'primary'
  if (last?.type === 'mysql-up') return last.writable
  if (last !== undefined) return last.type === 'promoted'
  const settled = events.find((event) => event.type === 'settled')
  return settled?.servers.some((server) => server.host === host && server.role === 'primary') === true
}

export function isRunning(events: readonly JournalEvent[], host: string): boolean {
  const last = events.findLast(
    (event) =>
      ['kill', 'start', 'pause', 'resume'].includes(event.type) &&
      'process' in event &&
      (event.process === 'redis' || event.process === 'mysql') &&
      event.host === host,
  )
  return last === undefined || last.type === 'start' || last.type === 'resume'
}

export function gateIsOpen(events: readonly JournalEvent[], host: string): boolean {
  const last = events.findLast(
    (event) => (event.type === 'gate' || event.type === 'role' || event.type === 'boot') && event.host === host,
  )
  return last?.type !== 'gate' || last.open
}

const EXECUTED: readonly JournalEvent['type'][] = ['execute', 'apply', 'engine-commit', 'applied']

/** What a server had executed, applied or loaded, by following it alone; of one that is dead, what its files have. */
export function dataOf({ scenario }: Run, events: readonly JournalEvent[], host: string): ReadonlySet<number> {
  const snapshots = new Map<number, ReadonlySet<number>>()
  const data = new Map<string, Set<number>>()
  const disk = new Map<string, ReadonlySet<number>>()
  const fsynced = new Map<string, number>()
  const of = (server: string): Set<number> => data.get(server) ?? new Set()
  for (const event of events) {
    if (EXECUTED.includes(event.type) && 'write' in event && event.host !== null)
      data.set(event.host, of(event.host).add(event.write))
    else if (event.type === 'mysql-up') data.set(event.host, new Set([...of(event.host), ...event.committed]))
    else if (event.type === 'snapshot') {
      snapshots.set(event.snapshot, new Set(of(event.host)))
      if (event.for !== 'resync') disk.set(event.host, new Set(of(event.host)))
    } else if (event.type === 'load') {
      data.set(event.host, new Set(snapshots.get(event.snapshot)))
      disk.set(event.host, new Set(snapshots.get(event.snapshot)))
    } else if (event.type === 'kill' && event.process === 'redis') {
      const writesAof = scenario.hosts[event.host]?.redis?.conf.appendonly === 'yes'
      if (!writesAof) data.set(event.host, new Set(disk.get(event.host)))
      // Without power what was not fsynced goes; a set keeps the order in which it was filled.
      else if (event.power) data.set(event.host, new Set([...of(event.host)].slice(0, fsynced.get(event.host))))
    } else if (event.type === 'fsync') {
      fsynced.set(event.host, event.writes)
    } else if (event.type === 'boot') {
      const loaded = {
        nothing: [],
        rdb: snapshots.get(event.snapshot ?? -1) ?? disk.get(event.host) ?? [],
        aof: of(event.host),
      }
      data.set(event.host, new Set(loaded[event.loaded]))
    }
  }
  return of(host)
}

export function acknowledgedBy(events: readonly JournalEvent[]): readonly number[] {
  return events.flatMap((event) => (event.type === 'answer' && event.error === null ? [event.write] : []))
}
