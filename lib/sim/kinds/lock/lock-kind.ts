import type { Handlers, Kind } from '../../core/model'
import type { ClusterProtocol } from '../protocol'
import type { ServerState } from '../redis/state'
import { answered, hungUp, overdue, transmit } from './calls'
import { named, opened, passOver, scan, scheduleScan, settleNodes } from './follow'
import { leave, scheduleTry, scheduleWrite, writeGuarded } from './outcome'
import type { Program } from './program'
import { execute, type Scripts } from './scripts'
import { type LockPlan, type LockState, newLock } from './state'

/** A client that takes a lock on servers, works as long as it holds it, and writes to a resource meanwhile. */
export function lockKind(
  name: string,
  programOf: (lock: LockState) => Program,
  scripts: Scripts,
): Kind<ClusterProtocol, LockPlan, LockState, null> {
  return {
    name,

    settle(world, placed) {
      for (const { place, spec } of placed) {
        const one = newLock(world, place, spec)
        place.state = one
        settleNodes(world, one)
        scheduleTry(world, one, world.now - 1)
        scheduleScan(world, one)
      }
    },
    announce: () => {},
    started(world, place, plan) {
      const one = newLock(world, place, plan)
      place.state = one
      scheduleTry(world, one, world.now - 1)
      scheduleScan(world, one)
      return one
    },
    files: () => null,

    on: {
      reply: (world, one, { reply }, connection) => answered(world, one, programOf(one), connection, reply),
      'master-addr': (world, one, { primary }, connection) => named(world, one, connection, primary),
    } satisfies Handlers<ClusterProtocol, LockState>,

    timers: {
      try(world, one) {
        if (one.phase === 'idle') programOf(one).attempt(world, one)
        scheduleTry(world, one)
      },
      again(world, one, turn) {
        if (one.phase === 'trying' && one.turn === turn) programOf(one).again?.(world, one)
      },
      renew(world, one, turn) {
        if (one.phase === 'held' && one.turn === turn) programOf(one).renew?.(world, one)
      },
      work(world, one, turn) {
        if (one.phase !== 'held' || one.turn !== turn) return
        const { askToken } = programOf(one)
        if (askToken !== undefined && one.plan.client.lock.token === 'getToken') askToken(world, one)
        else writeGuarded(world, one, one.token)
        scheduleWrite(world, one)
      },
      unlock(world, one, turn) {
        if (one.phase !== 'held' || one.turn !== turn) return
        leave(world, one, 'unlock')
        programOf(one).leave(world, one)
      },
      overdue: (world, one, call) => overdue(world, one, programOf(one), call),
      resend(world, one, id) {
        const call = one.calls[id]
        if (call !== undefined) transmit(world, one, call)
      },
      scan(world, one, number) {
        if (number === one.scans) scan(world, one)
      },
      unanswered(world, one, number) {
        if (number === one.scans) passOver(world, one)
      },
    },

    script: (world, server: ServerState, args) => execute(world, server, scripts, args),

    opened,
    closed(world, one, connection, _side, reason) {
      if (connection === one.asking) passOver(world, one)
      else if (connection === one.resource) one.resource = null
      const node = one.nodes.find((other) => other.connection === connection)
      if (node !== undefined) hungUp(world, one, programOf(one), node, reason)
    },
  }
}
