import type { Run } from '@/lib/sim/outputs'
import { eventsOf } from '../events'
import { judge } from './verdict'

/** Where the history of a demoted primary parts from that of the new one. Offsets are bytes of the replication stream. */
export interface Fork {
  /** The demoted primary, and the server that it follows now. */
  readonly old: string
  readonly heir: string
  /** Where the run began: both had that. */
  readonly from: number
  /** The last byte that both have. */
  readonly shared: number
  /** The last byte of each. */
  readonly ofOld: number
  readonly ofHeir: number
  /** Acknowledged writes that only the demoted primary has. */
  readonly lost: number
}

/**
 * The first time that a demoted primary asks to continue a history in which it went on alone, and is sent a snapshot instead: its request
 * lies behind the second offset of the new primary (R30, R35). Null where none does.
 */
export function forkOf(run: Run): Fork | null {
  const asked = eventsOf(run, 'psync').find(({ event }) => event.reason === 'second-offset')?.event
  if (asked === undefined) return null
  const { replica: old, host: heir, limit, offset, at } = asked
  const copied = eventsOf(run, 'snapshot').find(({ event }) => event.host === heir && event.at >= at)?.event
  const loaded = eventsOf(run, 'load').find(({ event }) => event.host === old && event.at >= at)
  if (copied === undefined || loaded === undefined) return null
  const servers = eventsOf(run, 'settled').flatMap(({ event }) => event.servers)
  return {
    old,
    heir,
    from: servers.find(({ host }) => host === old)?.offset ?? 0,
    shared: limit - 1,
    ofOld: offset - 1,
    ofHeir: copied.offset,
    lost: judge(run).writes.filter(({ lostBy }) => lostBy === loaded.index).length,
  }
}
