import type { Micros } from '../../core/time'
import { close, send } from '../../core/transport'
import { clock, placeAt, unixtime } from '../../core/world'
import type { ClusterWorld } from '../protocol'
import { refreshGoodReplicas } from './gate'
import { savePoints } from './persistence/save-points'
import { takeSnapshot } from './persistence/snapshot'
import { loseReplica } from './replication/attached'
import { startChild } from './replication/child'
import { linkCron } from './replication/link'
import { feedPing } from './replication/stream'
import { drawCronStep, forgetSecondHistory, newIdentity, type ServerState } from './state'

/** serverCron runs ten times between two runs of replicationCron (R5). */
const CRONS_PER_LOOP = 10

/** The cron timer: a process that was frozen has counted fewer loops than time has passed. */
export function cron(world: ClusterWorld, server: ServerState): void {
  const due = tenthLoop(world, server)
  if (world.now < due) clock(world, server.place, due, 'cron')
  else replicationCron(world, server)
}

/** Arms the next run: serverCron drifts by what it costs (R4, R5). */
export function scheduleCron(world: ClusterWorld, server: ServerState): void {
  server.cronStep = drawCronStep(server.cronRandom)
  clock(world, server.place, server.lastCron + CRONS_PER_LOOP * server.cronStep, 'cron')
}

/** When the tenth loop since the last run really comes: a frozen process counts no loops (R4). */
function tenthLoop(world: ClusterWorld, server: ServerState): Micros {
  const { lastCron, cronStep } = server
  const { pausedAt, resumedAt } = placeAt(world, server.place)
  if (resumedAt <= lastCron) return lastCron + CRONS_PER_LOOP * cronStep
  const counted = Math.min(Math.floor((pausedAt - lastCron) / cronStep), CRONS_PER_LOOP - 1)
  const next = Math.max(resumedAt, lastCron + (counted + 1) * cronStep)
  return next + (CRONS_PER_LOOP - 1 - counted) * cronStep
}

/** What replicationCron does, in Redis' order; each by itself, so none is the cause of another (R5, R19, R21, R27, R39, R50). */
const DUTIES: readonly ((world: ClusterWorld, server: ServerState) => void)[] = [
  tendLink,
  pingWhenDue,
  reassureWaiting,
  dropSilentReplicas,
  freeIdleBacklog,
  startDueChild,
  saveWhenDue,
  refreshGoodReplicas,
]

/** Once a second. */
function replicationCron(world: ClusterWorld, server: ServerState): void {
  server.lastCron = world.now
  server.cronLoops += 1
  for (const duty of DUTIES) {
    world.cause = null
    duty(world, server)
  }
  scheduleCron(world, server)
}

function tendLink(world: ClusterWorld, server: ServerState): void {
  if (server.link !== null) linkCron(world, server, server.link)
}

function pingWhenDue(world: ClusterWorld, server: ServerState): void {
  if (pingDue(server)) feedPing(world, server)
}

/** A replica that waits for its snapshot hears that its primary lives (R20). */
function reassureWaiting(world: ClusterWorld, server: ServerState): void {
  for (const replica of server.replicas) if (replica.state !== 'online') send(world, replica.connection, 1, { type: 'newline' })
}

/** Every so many runs; never while a hand-over with a deadline waits for equal offsets (R19). */
function pingDue(server: ServerState): boolean {
  if (server.role === 'replica' || server.replicas.length === 0 || server.failover?.timed === true) return false
  return server.cronLoops % server.conf['repl-ping-replica-period'] === 0
}

function dropSilentReplicas(world: ClusterWorld, server: ServerState): void {
  const oldest = unixtime(world) - server.conf['repl-timeout']
  for (const replica of server.replicas) {
    if (replica.state !== 'online' || replica.ackTime >= oldest) continue
    close(world, replica.connection, 1)
    loseReplica(world, server, replica, 'timeout')
  }
}

/** A primary without replicas for `repl-backlog-ttl` forgets its history (R27). */
function freeIdleBacklog(world: ClusterWorld, server: ServerState): void {
  const ttl = server.conf['repl-backlog-ttl']
  if (server.role === 'replica' || server.backlog === null || server.replicas.length > 0 || ttl === 0) return
  if (unixtime(world) - server.noReplicasSince <= ttl) return
  server.backlog = null
  server.replid = newIdentity(world, server.host)
  forgetSecondHistory(server)
}

/** The diskless delay gathers replicas: it is counted in whole seconds (R39). */
function startDueChild(world: ClusterWorld, server: ServerState): void {
  if (server.child !== null) return
  const longest = unixtime(world) - server.conf['repl-diskless-sync-delay']
  if (server.replicas.some((replica) => replica.state === 'waiting' && replica.psyncTime <= longest)) startChild(world, server)
}

/** `save`: a snapshot when enough has changed for long enough (R75). */
function saveWhenDue(world: ClusterWorld, server: ServerState): void {
  if (server.changesSinceSave === 0) return
  const elapsed = unixtime(world) - server.lastSave
  const due = savePoints(server.conf.save).some(({ seconds, changes }) => elapsed > seconds && server.changesSinceSave >= changes)
  if (!due) return
  takeSnapshot(world, server, 'disk')
}
