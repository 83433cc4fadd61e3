import type { Micros } from '../engine/time'
import { aofStarted } from './aof'
import { failoverTimeout } from './failover'
import { refreshGoodReplicas } from './gate'
import type { ClusterWorld } from './messages'
import { childDone, feedPing, loseReplica, snapshotSent, startChild, takeSnapshot } from './primary'
import { linkCron } from './replica'
import { savePoints } from './save-points'
import type { ServerState } from './state'
import { releaseWaiting, sendDueGetack } from './wait'

/** serverCron runs ten times between two runs of replicationCron (R5). */
const CRONS_PER_LOOP = 10

export function onServerTimer(world: ClusterWorld, server: ServerState, name: string, argument: number): void {
  switch (name) {
    case 'cron':
      if (world.now < tenthLoop(server)) world.timer(server.slot, tenthLoop(server), name)
      else replicationCron(world, server)
      break
    case 'sent':
      snapshotSent(world, server)
      break
    case 'reaped':
      if (argument === server.child) childDone(world, server)
      break
    case 'rewritten':
      if (argument === server.rewrite) aofStarted(world, server)
      break
    case 'getack':
      sendDueGetack(world, server)
      break
    case 'failover timeout':
      failoverTimeout(world, server, argument)
      break
  }
  // The turn of an overdue WAIT comes with any timer.
  releaseWaiting(world, server)
}

/** Arms the next run: serverCron drifts by what it costs (R4, R5). */
export function scheduleCron(world: ClusterWorld, server: ServerState): void {
  server.cronStep = 100_300 + server.cronRandom.integer(0, 700)
  world.timer(server.slot, server.lastCron + CRONS_PER_LOOP * server.cronStep, 'cron')
}

/** When the tenth loop since the last run really comes: a frozen process counts no loops (R4). */
function tenthLoop(server: ServerState): Micros {
  const { lastCron, cronStep } = server
  const { pausedAt, resumedAt } = server.slot
  if (resumedAt <= lastCron) return lastCron + CRONS_PER_LOOP * cronStep
  const counted = Math.min(Math.floor((pausedAt - lastCron) / cronStep), CRONS_PER_LOOP - 1)
  const next = Math.max(resumedAt, lastCron + (counted + 1) * cronStep)
  return next + (CRONS_PER_LOOP - 1 - counted) * cronStep
}

/** Once a second, in Redis' order (R5, R19, R21, R27, R39, R50). */
function replicationCron(world: ClusterWorld, server: ServerState): void {
  server.lastCron = world.now
  server.cronLoops += 1
  if (server.link !== null) linkCron(world, server, server.link)
  if (pingDue(server)) feedPing(world, server)
  for (const replica of server.replicas) if (replica.state !== 'online') world.send(replica.connection, 1, { type: 'newline' })
  dropSilentReplicas(world, server)
  freeIdleBacklog(world, server)
  startDueChild(world, server)
  saveWhenDue(world, server)
  refreshGoodReplicas(world, server)
  scheduleCron(world, server)
}

/** Every so many runs; never while a hand-over with a deadline waits for equal offsets (R19). */
function pingDue(server: ServerState): boolean {
  if (server.role === 'replica' || server.replicas.length === 0 || server.failover?.timed === true) return false
  return server.cronLoops % server.conf['repl-ping-replica-period'] === 0
}

function dropSilentReplicas(world: ClusterWorld, server: ServerState): void {
  const oldest = server.deployment.unixtime(world.now) - server.conf['repl-timeout']
  for (const replica of server.replicas) {
    if (replica.state !== 'online' || replica.ackTime >= oldest) continue
    world.close(replica.connection, 1)
    loseReplica(world, server, replica, 'timeout')
  }
}

/** A primary without replicas for `repl-backlog-ttl` forgets its history (R27). */
function freeIdleBacklog(world: ClusterWorld, server: ServerState): void {
  const ttl = server.conf['repl-backlog-ttl']
  if (server.role === 'replica' || server.backlog === null || server.replicas.length > 0 || ttl === 0) return
  if (server.deployment.unixtime(world.now) - server.noReplicasSince <= ttl) return
  server.backlog = null
  server.replid = server.deployment.identity(server.host)
  server.forgetSecondHistory()
}

/** The diskless delay gathers replicas: it is counted in whole seconds (R39). */
function startDueChild(world: ClusterWorld, server: ServerState): void {
  if (server.child !== null) return
  const longest = server.deployment.unixtime(world.now) - server.conf['repl-diskless-sync-delay']
  if (server.replicas.some((replica) => replica.state === 'waiting' && replica.psyncTime <= longest)) startChild(world, server)
}

/** `save`: a snapshot when enough has changed for long enough (R75). */
function saveWhenDue(world: ClusterWorld, server: ServerState): void {
  if (server.changesSinceSave === 0) return
  const elapsed = server.deployment.unixtime(world.now) - server.lastSave
  const due = savePoints(server.conf.save).some(({ seconds, changes }) => elapsed > seconds && server.changesSinceSave >= changes)
  if (!due) return
  takeSnapshot(world, server, 'disk')
}
