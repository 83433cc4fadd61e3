import { micros } from '../../core/time'
import { emit, timer } from '../../core/world'
import { PORT } from '../../defaults'
import { type FailoverOptions, failoverOptions } from '../../failover-options'
import type { Reply } from '../../reply'
import type { ClusterWorld } from '../protocol'
import { follow, promote } from './role'
import type { Failover, ServerState } from './state'

/** `FAILOVER [TO host port [FORCE]] [ABORT] [TIMEOUT ms]`. */
export function failoverCommand(world: ClusterWorld, server: ServerState, args: readonly string[]): Reply {
  const options = failoverOptions(args)
  if ('error' in options) return options
  if (options.abort) {
    if (server.failover === null) return { error: 'ERR No failover in progress.' }
    abortFailover(world, server)
    return 'OK'
  }
  const problem = refusal(server, options)
  if (problem !== null) return { error: problem }
  server.failoverAttempts += 1
  setState(world, server, {
    state: 'waiting-for-sync',
    target: options.target?.host ?? null,
    force: options.force,
    timed: options.timeoutMs !== null,
    attempt: server.failoverAttempts,
  })
  if (options.timeoutMs !== null)
    timer(world, server.place, world.now + micros(options.timeoutMs), 'failover timeout', server.failoverAttempts)
  failoverOnAck(world, server)
  return 'OK'
}

/** An ACK has come in: hands over when the target has everything. No GETACK is sent for it (R155). */
export function failoverOnAck(world: ClusterWorld, server: ServerState): void {
  const failover = server.failover
  if (failover === null || failover.state !== 'waiting-for-sync') return
  const ready = server.replicas.find(
    (replica) =>
      replica.state === 'online' &&
      replica.ackOffset === server.offset &&
      (failover.target === null || replica.host === failover.target),
  )
  if (ready !== undefined) handOver(world, server, failover, ready.host)
}

/** `TIMEOUT` is over: with `FORCE` hands over anyway and loses what the target lacks, else gives up (R156). */
export function failoverTimeout(world: ClusterWorld, server: ServerState, attempt: number): void {
  const failover = server.failover
  if (failover === null || failover.attempt !== attempt || failover.state !== 'waiting-for-sync') return
  if (failover.force && failover.target !== null) handOver(world, server, failover, failover.target)
  else abortFailover(world, server)
}

/** The target has accepted: writes are no longer paused, and find a replica. */
export function finishFailover(world: ClusterWorld, server: ServerState): void {
  if (server.failover === null) return
  unpause(world, server)
}

/** Stays the primary, or becomes it again (R156). */
export function abortFailover(world: ClusterWorld, server: ServerState): void {
  if (server.failover === null) return
  if (server.role === 'replica') promote(world, server, 'failover', null)
  unpause(world, server)
}

function unpause(world: ClusterWorld, server: ServerState): void {
  setState(world, server, null)
  server.unpaused = true
}

function handOver(world: ClusterWorld, server: ServerState, failover: Failover, target: string): void {
  setState(world, server, { ...failover, state: 'failover-in-progress' })
  follow(world, server, target, 'failover', null)
}

function setState(world: ClusterWorld, server: ServerState, failover: Failover | null): void {
  server.failover = failover
  emit(world, {
    at: world.now,
    host: server.host,
    type: 'failover-state',
    by: world.cause,
    state: failover?.state ?? 'no-failover',
  })
}

function refusal(server: ServerState, options: FailoverOptions): string | null {
  if (server.failover !== null) return 'ERR FAILOVER already in progress.'
  if (server.role === 'replica') return 'ERR FAILOVER is not valid when server is a replica.'
  if (server.replicas.length === 0) return 'ERR FAILOVER requires connected replicas.'
  if (options.force && (options.target === null || options.timeoutMs === null))
    return 'ERR FAILOVER with force option requires both a timeout and target HOST and IP.'
  if (options.target === null) return null
  const { host, port } = options.target
  const target = port === PORT ? server.replicas.find((replica) => replica.host === host) : undefined
  if (target === undefined) return 'ERR FAILOVER target HOST and PORT is not a replica.'
  if (target.state !== 'online') return 'ERR FAILOVER target replica is not online.'
  return null
}
