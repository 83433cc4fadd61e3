import { close } from '../../core/transport'
import { connectionOf, emit, placeAt } from '../../core/world'
import { startApplier, stopApplier } from '../mysql/applier'
import { startReceiver, stopReceiver } from '../mysql/receiver'
import type { Outcome } from '../mysql/sessions'
import type { MysqlState } from '../mysql/state'
import type { ClusterWorld } from '../protocol'
import { setGlobal } from './set'
import { replicaStatus, statusLike } from './status'

type Statement = (world: ClusterWorld, server: MysqlState, args: readonly string[]) => Outcome

const THREADS_RUN = {
  error:
    "3081 (HY000): This operation cannot be performed with running replication threads; run STOP REPLICA FOR CHANNEL '' first",
} as const
const NO_REPLICA = {
  error: '1200 (HY000): The server is not configured as replica; fix in config file or with CHANGE REPLICATION SOURCE TO',
} as const

/** What is done, by the first two words of the line. */
export const STATEMENTS: Readonly<Record<string, Statement>> = {
  'SELECT COUNT(*)': (_world, server) => server.committed,
  'SELECT *': (_world, { rows, committed }, args) => {
    const [, id = ''] = (args.at(-1) ?? '').split('=')
    const end = rows[Number(id)] ?? 0
    return end > 0 && end <= committed ? [Number(id)] : []
  },
  'SHOW STATUS': (_world, server, args) => statusLike(server, args.at(-1) ?? ''),
  'SHOW REPLICA': (_world, server) => replicaStatus(server),
  'START REPLICA': (world, server, [, thread]) => {
    if (server.channel.of === null) return NO_REPLICA
    if (thread !== 'SQL_THREAD') startReceiver(world, server)
    if (thread !== 'IO_THREAD') startApplier(world, server)
    return 'OK'
  },
  'STOP REPLICA': (world, server, [, thread]) => {
    if (thread !== 'SQL_THREAD') stopReceiver(world, server, null)
    if (thread !== 'IO_THREAD') stopApplier(world, server, null)
    return 'OK'
  },
  'RESET REPLICA': (world, server) => repoint(world, server, () => Object.assign(server.channel, { of: null })),
  'CHANGE REPLICATION': (world, server, [, , , ...options]) =>
    repoint(world, server, () => {
      for (const option of options) {
        const [name = '', value = ''] = option.replace(/,$/, '').split('=')
        OPTIONS[name]?.(server, value)
      }
    }),
  // Y35: a commit that waits is not ended by it; who waited is gone, and the transaction is committed all the same.
  'KILL QUERY': () => 'OK',
  'KILL CONNECTION': (world, server, [, client = '']) => {
    for (const id of Object.keys(server.sessions).map(Number)) {
      if (placeAt(world, connectionOf(world, id)?.ends[0] ?? server.place).host !== client) continue
      delete server.sessions[id]
      close(world, id, 1)
    }
    return 'OK'
  },
  'SET GLOBAL': (world, server, [, ...settings]) => setGlobal(world, server, settings),
}

const OPTIONS: Readonly<Record<string, (server: MysqlState, value: string) => void>> = {
  SOURCE_HOST: ({ channel }, value) => {
    channel.of = value
  },
  SOURCE_CONNECT_RETRY: ({ channel }, value) => {
    channel.connectRetry = Number(value)
  },
  SOURCE_RETRY_COUNT: ({ channel }, value) => {
    channel.retryCount = Number(value)
  },
  SOURCE_HEARTBEAT_PERIOD: ({ channel }, value) => {
    channel.heartbeat = Number(value)
  },
}

/** Another source, or none: the relay log goes, whether or not it has been applied (Y38). */
function repoint(world: ClusterWorld, server: MysqlState, change: () => void): Outcome {
  const { receiver, applier, channel, relay, host } = server
  if (receiver.state !== 'stopped' || applier.running) return THREADS_RUN
  const gone = relay.splice(applier.applying)
  change()
  const discarded = gone.map(({ write }) => write)
  emit(world, { at: world.now, host, type: 'repointed', by: world.cause, of: channel.of, discarded })
  return 'OK'
}
