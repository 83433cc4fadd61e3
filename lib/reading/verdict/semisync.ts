import type { Run } from '@/lib/sim/outputs'

/** How a source of MySQL waited for its replicas. Times are milliseconds. */
export interface Semisync {
  /** When its mode went off, and on again; not by a restart. */
  readonly fellBackAtMs: readonly number[]
  readonly returnedAtMs: readonly number[]
  /**
   * What was acknowledged by as many replicas as have to, and what was not: commit groups under AFTER_SYNC, transactions under AFTER_COMMIT
   * (Y2). Over the whole run: a restart does not begin anew, as the counters of a server do.
   */
  readonly yesTx: number
  readonly noTx: number
}

/** By source: each that has waited, or was set to. */
export function semisyncOf({ scenario, events }: Run): Readonly<Record<string, Semisync>> {
  const found: Record<string, { fellBackAtMs: number[]; returnedAtMs: number[]; yesTx: number; noTx: number }> = {}
  const of = (host: string) => {
    found[host] ??= { fellBackAtMs: [], returnedAtMs: [], yesTx: 0, noTx: 0 }
    return found[host]
  }
  for (const [host, { mysql }] of Object.entries(scenario.hosts)) if (mysql?.conf.rpl_semi_sync_source_enabled === 'ON') of(host)
  for (const event of events) {
    if (event.type === 'semisync-off') of(event.host).fellBackAtMs.push(event.at / 1000)
    if (event.type === 'semisync-on') of(event.host).returnedAtMs.push(event.at / 1000)
    if (event.type !== 'wait-end') continue
    const { host, reason, point, writes } = event
    of(host)[reason === 'ack' || reason === 'ahead' ? 'yesTx' : 'noTx'] += point === 'AFTER_SYNC' ? 1 : writes.length
  }
  return found
}
