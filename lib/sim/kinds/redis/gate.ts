import { emit, unixtime } from '../../core/world'
import type { ClusterWorld } from '../protocol'
import type { ServerState } from './state'

/** Whether both settings of the gate are in force (R51): either of them at 0 switches it off. */
export function gateEnabled(server: ServerState): boolean {
  return server.conf['min-replicas-to-write'] > 0 && server.conf['min-replicas-max-lag'] > 0
}

/** Whether a write passes: looks at the cached count, never at this write (R51, R53). */
export function writesPass(server: ServerState): boolean {
  return server.role === 'replica' || !gateEnabled(server) || server.goodReplicas >= server.conf['min-replicas-to-write']
}

/** Counts the replicas that are online and were heard at most `min-replicas-max-lag` whole seconds ago (R50). */
export function refreshGoodReplicas(world: ClusterWorld, server: ServerState): void {
  const seconds = unixtime(world)
  const longest = server.conf['min-replicas-max-lag']
  let good = 0
  for (const replica of server.replicas) if (replica.state === 'online' && seconds - replica.ackTime <= longest) good += 1
  server.goodReplicas = good
  if (server.role !== 'primary') return
  if (gateEnabled(server)) announce(world, server)
  else switchedOff(world, server)
}

/** Puts the state of the gate into the journal when it is not what the journal heard last. */
function announce(world: ClusterWorld, server: ServerState): void {
  const { host, goodReplicas: good, gate: last } = server
  const needed = server.conf['min-replicas-to-write']
  const open = writesPass(server)
  if (last !== null && last.good === good && last.needed === needed && last.open === open) return
  server.gate = { good, needed, open }
  emit(world, { at: world.now, host, type: 'gate', by: world.cause, good, needed, open })
}

/** A gate that is switched off lets writes pass, which the journal has not heard while it was shut. */
function switchedOff(world: ClusterWorld, server: ServerState): void {
  const { host, goodReplicas: good, gate: last } = server
  server.gate = null
  if (last !== null && !last.open)
    emit(world, { at: world.now, host, type: 'gate', by: world.cause, good, needed: 0, open: true })
}
