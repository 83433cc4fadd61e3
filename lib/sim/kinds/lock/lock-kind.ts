import type { Handlers, Kind, Ring } from '../../core/model'
import type { Place } from '../../core/place'
import type { Message } from '../messages'
import type { ClusterProtocol, ClusterWorld } from '../protocol'
import type { ServerState } from '../redis/state'
import { answered, hungUp, overdue, transmit } from './calls'
import { named, opened, passOver, scan, scheduleScan, settleNodes } from './follow'
import { leave, scheduleTry, scheduleWrite, writeGuarded } from './outcome'
import type { Program } from './program'
import { execute, type Scripts } from './scripts'
import type { LockSpec } from './spec'
import { type LockPlan, type LockState, newLock, type Settings } from './state'

/**
 * A client that takes a lock on servers, works as long as it holds it, and writes to a resource meanwhile.
 *
 * @param confOf the settings that its library has, in the version that the scenario names
 */
export function lockKind<Conf extends Settings>(
  name: string,
  confOf: (spec: LockSpec) => Conf,
  programOf: (spec: LockSpec) => Program<Conf>,
  scripts: Scripts,
): Kind<ClusterProtocol, LockPlan, LockState<Conf>, null> {
  type Client = LockState<Conf>

  function started(world: ClusterWorld, place: Place<Message>, plan: LockPlan): Client {
    const { lock } = plan.client
    const one = newLock(world, place, plan, name, { ...confOf(lock), ...lock.conf })
    place.state = one
    return one
  }

  function begins(world: ClusterWorld, one: Client): Client {
    scheduleTry(world, one, world.now - 1)
    scheduleScan(world, one)
    return one
  }

  /** A timer of one try: void when that is over. */
  const during =
    (
      phase: 'trying' | 'held',
      act: (world: ClusterWorld, one: Client, program: Program<Conf>) => void,
    ): Ring<ClusterProtocol, Client> =>
    (world: ClusterWorld, one: Client, turn: number) => {
      if (one.phase === phase && one.turn === turn) act(world, one, programOf(one.spec))
    }

  return {
    name,

    settle(world, placed) {
      for (const { place, spec } of placed) {
        const one = started(world, place, spec)
        settleNodes(world, one)
        begins(world, one)
      }
    },
    announce: () => {},
    started: (world, place, plan) => begins(world, started(world, place, plan)),
    files: () => null,

    on: {
      reply(world, one, { reply }, connection) {
        const program = programOf(one.spec)
        if (connection === one.channel) {
          one.heard = true
          if (one.asleep) program.again?.(world, one)
        } else answered(world, one, program, connection, reply)
      },
      'master-addr': (world, one, { primary }, connection) => named(world, one, connection, primary),
    } satisfies Handlers<ClusterProtocol, Client>,

    timers: {
      try(world, one) {
        if (one.phase === 'idle') programOf(one.spec).attempt(world, one)
        scheduleTry(world, one)
      },
      again: during('trying', (world, one, { again }) => again?.(world, one)),
      renew: during('held', (world, one, { renew }) => renew?.(world, one)),
      work: during('held', (world, one, { askToken }) => {
        if (askToken !== undefined && one.spec.token === 'getToken') askToken(world, one)
        else writeGuarded(world, one, one.token)
        scheduleWrite(world, one)
      }),
      unlock: during('held', (world, one, program) => {
        leave(world, one, 'unlock')
        program.leave(world, one)
      }),
      overdue: (world, one, call) => overdue(world, one, programOf(one.spec), call),
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
      else if (connection === one.channel) one.channel = null
      const node = one.nodes.find((other) => other.connection === connection)
      if (node !== undefined) hungUp(world, one, programOf(one.spec), node, reason)
    },
  }
}
