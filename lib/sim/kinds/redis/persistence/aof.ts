import { emit, timer } from '../../../core/world'
import type { ClusterWorld } from '../../protocol'
import { TRANSFER_MICROS } from '../sizes'
import { nextTurn, type ServerState } from '../state'

/** Writes a new append-only file from memory, and goes on with it from the turn in which the child is reaped (R80). */
export function startAof(world: ClusterWorld, server: ServerState): void {
  server.rewrites += 1
  server.rewrite = server.rewrites
  timer(world, server.place, nextTurn(server, world.now + TRANSFER_MICROS), 'rewritten', server.rewrite)
}

/** From now on the file holds what memory holds (R73). */
export function aofStarted(world: ClusterWorld, server: ServerState): void {
  server.rewrite = null
  tell(world, server, true)
}

/** The file stays on the disk as it is; a rewrite that was under way comes to nothing. */
export function stopAof(world: ClusterWorld, server: ServerState): void {
  server.rewrite = null
  if (!server.aof) return
  server.disk.aof = [...server.data.writes]
  tell(world, server, false)
}

function tell(world: ClusterWorld, server: ServerState, on: boolean): void {
  server.aof = on
  emit(world, { at: world.now, host: server.host, type: 'aof', by: world.cause, on })
}
