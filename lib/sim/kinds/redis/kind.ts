import type { Handlers, Kind } from '../../core/model'
import { send } from '../../core/transport'
import type { ClusterProtocol } from '../protocol'
import { boot } from './boot'
import { fromClients } from './clients'
import { cron } from './cron'
import type { Disk } from './disk'
import { failoverTimeout } from './failover'
import { aofStarted } from './persistence/aof'
import { loseReplica, replicaAt } from './replication/attached'
import { childDone, snapshotSent } from './replication/child'
import { losePrimaryLink } from './replication/link'
import { handleAck, handlePsync } from './replication/psync'
import { fromPrimary, openPrimaryLink } from './replication/sync'
import { forgetClient } from './served-client'
import { announceServers, settleServers } from './settled'
import type { RedisSpec } from './spec'
import { type ServerState, serverOn } from './state'
import { endTurn } from './turn'
import { sendDueGetack } from './wait'

/** A Redis server. */
export const redis: Kind<ClusterProtocol, RedisSpec, ServerState, Disk> = {
  name: 'redis',

  settle: settleServers,
  announce: (world, placed) =>
    announceServers(
      world,
      placed.map(({ place }) => serverOn(world, place.host)),
    ),
  started: (world, place, _spec, files) => boot(world, place, files),
  files: ({ disk, aof, data }) => ({ ...disk, aof: aof ? [...data.writes] : disk.aof }),

  on: {
    ...fromPrimary,
    'repl-ping': (world, _server, _message, connection) => send(world, connection, 1, { type: 'repl-pong' }),
    replconf: (world, _server, _message, connection) => send(world, connection, 1, { type: 'replconf-ok' }),
    psync: handlePsync,
    ack: handleAck,
    ...fromClients,
  } satisfies Handlers<ClusterProtocol, ServerState>,

  timers: {
    cron,
    sent: snapshotSent,
    reaped(world, server, child) {
      if (child === server.child) childDone(world, server)
    },
    rewritten(world, server, rewrite) {
      if (rewrite === server.rewrite) aofStarted(world, server)
    },
    getack: sendDueGetack,
    'failover timeout': failoverTimeout,
    // These two only bring a turn of the event loop.
    'wait timeout': () => {},
    turn: () => {},
  },

  opened(world, server, connection) {
    const { link } = server
    if (link !== null && link.connection === connection) openPrimaryLink(world, server, link)
  },

  closed(world, server, connection, _side, reason) {
    const { link } = server
    if (link !== null && link.connection === connection) {
      losePrimaryLink(world, server, link, reason)
      return
    }
    const replica = replicaAt(server, connection)
    if (replica !== undefined) loseReplica(world, server, replica, reason)
    else forgetClient(server, connection)
  },

  turned: endTurn,
}
