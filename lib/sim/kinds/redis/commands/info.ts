import { unixtime } from '../../../core/world'
import { PORT } from '../../../defaults'
import type { CommandForm } from '../../command-form'
import type { ClusterWorld } from '../../protocol'
import { gateEnabled } from '../gate'
import { offsetOfReplica, secondsDown } from '../info'
import { firstByte } from '../replication/backlog'
import { silentSeconds } from '../replication/link'
import type { ServerState } from '../state'
import type { Command } from './command'

const NO_REPLID = '0'.repeat(40)

/** The text of `INFO replication`, field by field in Redis' order (R160). `send_bulk`, for files on their way, takes no time here. */
export const INFO: Command = (world, server) => {
  const seconds = unixtime(world)
  const attached = server.replicas.map(
    (replica, index) =>
      `slave${index}:ip=${replica.host},port=${PORT},state=${replica.state === 'online' ? 'online' : 'wait_bgsave'},offset=${replica.ackOffset},lag=${replica.state === 'online' ? seconds - replica.ackTime : 0}`,
  )
  const first = server.backlog === null ? 0 : firstByte(server.backlog)
  return [
    '# Replication',
    `role:${server.role === 'primary' ? 'master' : 'slave'}`,
    ...(server.role === 'replica' ? replicaLines(world, server) : []),
    `connected_slaves:${server.replicas.length}`,
    ...(gateEnabled(server) ? [`min_slaves_good_slaves:${server.goodReplicas}`] : []),
    ...attached,
    `master_failover_state:${server.failover?.state ?? 'no-failover'}`,
    `master_replid:${server.replid}`,
    `master_replid2:${server.replid2 ?? NO_REPLID}`,
    `master_repl_offset:${server.offset}`,
    `second_repl_offset:${server.secondOffset}`,
    `repl_backlog_active:${server.backlog === null ? 0 : 1}`,
    `repl_backlog_size:${server.conf['repl-backlog-size']}`,
    `repl_backlog_first_byte_offset:${first}`,
    `repl_backlog_histlen:${server.backlog === null ? 0 : server.offset - first + 1}`,
    '',
  ].join('\r\n')
}

export const INFO_FORM: CommandForm = {
  usage: 'INFO [replication]',
  min: 0,
  max: 1,
  examples: ['INFO replication'],
  check(field, [section]) {
    if (section !== undefined && section.toLowerCase() !== 'replication') field.expect('INFO or INFO replication')
  },
}

function replicaLines(world: ClusterWorld, server: ServerState): readonly string[] {
  const link = server.link
  const up = link?.state === 'up'
  return [
    `master_host:${server.primary ?? ''}`,
    `master_port:${server.primaryPort}`,
    `master_link_status:${up ? 'up' : 'down'}`,
    `master_last_io_seconds_ago:${up ? silentSeconds(world, link) : -1}`,
    `master_sync_in_progress:${link?.state === 'sync' ? 1 : 0}`,
    `slave_read_repl_offset:${offsetOfReplica(server)}`,
    `slave_repl_offset:${offsetOfReplica(server)}`,
    ...(up ? [] : [`master_link_down_since_seconds:${secondsDown(world, server)}`]),
    `slave_priority:${server.conf['replica-priority']}`,
    'slave_read_only:1',
    'replica_announced:1',
  ]
}
