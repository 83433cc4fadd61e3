import { unixtime } from '../../core/world'
import { PORT } from '../../defaults'
import type { Reply } from '../../reply'
import type { ClusterWorld } from '../protocol'
import type { Info } from './messages'
import type { ServerState } from './state'

/** What a sentinel reads from this server's `INFO`. */
export function infoOf(world: ClusterWorld, server: ServerState): Info {
  const linkUp = server.link?.state === 'up'
  const down = secondsDown(world, server)
  return {
    runId: server.runId,
    role: server.role,
    primary: server.primaryPort === PORT ? server.primary : `${server.primary}:${server.primaryPort}`,
    linkUp,
    linkDownMs: server.role === 'primary' || linkUp ? 0 : down * 1000,
    priority: server.conf['replica-priority'],
    offset: server.role === 'replica' ? offsetOfReplica(server) : server.offset,
    replicas: server.replicas.map(({ host }) => host),
  }
}

/** `ROLE` (R162). */
export function roleReply(server: ServerState): Reply {
  if (server.role === 'primary') {
    const online = server.replicas.filter(({ state }) => state === 'online')
    return ['master', server.offset, online.map((replica) => [replica.host, String(PORT), String(replica.ackOffset)])]
  }
  const state = server.link?.state ?? 'idle'
  const states = { idle: 'connect', connecting: 'connecting', handshake: 'handshake', sync: 'sync', up: 'connected' } as const
  return ['slave', server.primary ?? '', server.primaryPort, states[state], state === 'up' ? server.offset : -1]
}

/** 1 before the first sync (R160). */
export function offsetOfReplica(server: ServerState): number {
  return server.hasHistory ? server.offset : 1
}

/** −1 when the link was never up since the start or the last promotion (R111). */
export function secondsDown(world: ClusterWorld, server: ServerState): number {
  return server.linkDownSince === null ? -1 : unixtime(world) - server.linkDownSince
}
