import type { JournalEvent, MysqlEvent } from '@/lib/sim/journal'
import type { Having } from '../events'

const folded = (): null => null

const writes = (numbers: readonly number[]): string => (numbers.length === 1 ? `write ${numbers[0]}` : `${numbers.length} writes`)

/** One line for each event of a MySQL server; null for those that are folded into the traffic. */
export const MYSQL_LINES = {
  'binlog-written': folded,
  'binlog-synced': folded,
  'engine-commit': folded,
  'relay-written': folded,
  applied: folded,
  'ack-received': folded,
  'wait-start': folded,
  'wait-end': ({ host, reason, writes: numbers, waited }) =>
    reason === 'ack' || reason === 'ahead' || reason === 'off'
      ? null
      : `${host} lets ${writes(numbers)} go after ${waited / 1000} ms (${reason})`,
  'semisync-off': ({ host, reason }) => `${host} semi-sync OFF (${reason})`,
  'semisync-on': ({ host }) => `${host} semi-sync ON`,
  'replica-attached': ({ host, replica, semisync, missing }) =>
    `${host} sends its binlog to ${replica} (${semisync ? 'semi-sync' : 'asynchronous'}), ${missing} transactions behind`,
  'replica-noticed-dead': ({ host, replica, clients }) =>
    `${host} notices that ${replica} is gone, ${clients} semi-sync replicas left`,
  receiver: ({ host, source, state, errno }) => `${host} ⇠ ${source} ${state}${errno === null ? '' : ` (error ${errno})`}`,
  applier: ({ host, state, errno }) => `${host} applier ${state}${errno === null ? '' : ` (error ${errno})`}`,
  'mysql-up': ({ host, of, writable, semisync, committed, rolledBack }) => {
    const open =
      committed.length + rolledBack.length === 0
        ? ''
        : `; of the open transactions ${committed.length} committed, ${rolledBack.length} rolled back`
    return `${host} is up as ${of === null ? 'a source' : `a replica of ${of}`}, ${writable ? 'writable' : 'read-only'}, semi-sync ${semisync ? 'ON' : 'OFF'}${open}`
  },
  promoted: ({ host, executed, unapplied }) => `${host} is writable with ${executed || 'nothing'}, ${unapplied} not applied`,
  'read-only': ({ host }) => `${host} is read-only`,
  repointed: ({ host, of, discarded }) => `${host} follows ${of ?? 'nobody'}, throws ${writes(discarded)} of its relay log away`,
  errant: ({ host, replica, gtids }) => `${host} lacks ${gtids} of ${replica}, and sends on`,
  variable: ({ host, name, value }) => `${host} SET GLOBAL ${name}=${value}`,
} satisfies { readonly [T in MysqlEvent['type']]: (event: Having<JournalEvent, T>) => string | null }
