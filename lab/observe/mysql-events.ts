import type { JournalEvent } from '@/lib/sim/journal'
import type { MysqlSpec } from '@/lib/sim/kinds/mysql/spec'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import type { Seen } from '../writer/protocol'
import type { MysqlLogLine } from './mysql-log'

/** Lines that tell of the mode of a source, and the one before the first where a wait was in vain. */
const SWITCHED = { off: 'MY-011155', on: 'MY-011156' } as const
const TIMED_OUT = 'MY-011153'

/** It takes connections. */
const READY = 'MY-010931'

/** What the log of a server tells of its mode and its starts, as events of the journal; at time zero it is up. */
export function mysqlEvents(host: string, spec: MysqlSpec, lines: readonly MysqlLogLine[]): readonly JournalEvent[] {
  const up = (at: number): JournalEvent => ({ at, host, type: 'mysql-up', by: null, ...comesUp(spec), ...NOTHING_OPEN })
  const told = lines.flatMap(({ at, code }, index): readonly JournalEvent[] => {
    if (code === READY) return at > 0 ? [up(at)] : []
    if (code === SWITCHED.on) return [{ at, host, type: 'semisync-on', by: null }]
    if (code !== SWITCHED.off) return []
    const reason = lines[index - 1]?.code === TIMED_OUT ? 'timeout' : 'no-replica'
    return [{ at, host, type: 'semisync-off', by: null, reason }]
  })
  return [up(0), ...told]
}

/** As what its configuration file makes it. */
function comesUp({ replicaOf, conf }: MysqlSpec) {
  const readOnly = conf.super_read_only ?? (replicaOf === undefined ? 'OFF' : 'ON')
  return { of: replicaOf ?? null, writable: readOnly === 'OFF', semisync: conf.rpl_semi_sync_source_enabled === 'ON' }
}

/** Which transactions were open when it died is not in the log. */
const NOTHING_OPEN = { committed: [], rolledBack: [] } as const

/** Somebody makes a server writable, or read-only again; told by the variable that even administrators obey. */
const READ_ONLY = /^SET GLOBAL\b.*\bsuper_read_only=(ON|OFF)/i

/** What was typed on servers of MySQL and makes a source, or ends it. */
export function roleEvents({ hosts }: Pick<Scenario, 'hosts'>, typed: readonly Seen[]): readonly Seen[] {
  const writable = new Set(Object.keys(hosts).filter((host) => hosts[host]?.mysql?.replicaOf === undefined))
  return typed.flatMap((event): readonly Seen[] => {
    if (event.type !== 'reply' || event.reply !== 'OK' || hosts[event.host]?.mysql === undefined) return []
    const { at, host, command } = event
    const switched = READ_ONLY.exec(command)?.[1]?.toUpperCase()
    if (switched === undefined || writable.has(host) === (switched === 'OFF')) return []
    if (switched === 'ON') {
      writable.delete(host)
      return [{ at, host, type: 'read-only', by: null }]
    }
    writable.add(host)
    return [{ at, host, type: 'promoted', by: null, ...NOT_TOLD }]
  })
}

/** What only the server itself knows at that moment. */
const NOT_TOLD = { executed: '', unapplied: 0 } as const
