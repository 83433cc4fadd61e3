import type { Handlers, Kind } from '../../core/model'
import type { ClusterProtocol } from '../protocol'
import { beat, handleAck, lostSocket } from './acks'
import { handleDump } from './attach'
import { announce, boot, recovered, settleServers } from './boot'
import { engineCommit, flush, sync } from './commit'
import { TEARDOWN } from './constants'
import { heartbeat } from './dump'
import { timedOut } from './mode'
import { attemptOver, connected, disconnected, fromSource, register, retry, silence, writeRelay } from './receiver'
import { endTurn, handleCommand } from './sessions'
import type { MysqlSpec } from './spec'
import { type Disk, diskOf, type MysqlState, serverAt } from './state'

/** A MySQL server. */
export const mysql: Kind<ClusterProtocol, MysqlSpec, MysqlState, Disk> = {
  name: 'mysql',

  settle: settleServers,
  announce(world, placed) {
    for (const { place } of placed) announce(world, serverAt(place), [])
  },
  started: boot,
  files: diskOf,
  lingers: TEARDOWN,

  on: {
    ...fromSource,
    command: handleCommand,
    dump: handleDump,
    'semisync-ack': (world, server, { position }, connection) => handleAck(world, server, position, connection),
  } satisfies Handlers<ClusterProtocol, MysqlState>,

  timers: {
    flush,
    sync,
    engine: engineCommit,
    timeout: timedOut,
    beat,
    heartbeat,
    relay: writeRelay,
    register,
    attempt: attemptOver,
    retry,
    silence,
    recovered,
  },

  opened: connected,

  closed(world, server, connection) {
    if (connection === server.receiver.connection) {
      disconnected(world, server)
      return
    }
    delete server.sessions[connection]
    lostSocket(world, server, connection)
  },

  turned: endTurn,
}
