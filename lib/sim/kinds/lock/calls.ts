import type { ConnectionId } from '../../core/end'
import { dequeue, enqueue, newFifo } from '../../core/fifo'
import { integerIn } from '../../core/random'
import { type Micros, micros } from '../../core/time'
import { connect, send } from '../../core/transport'
import { placeAt, placeOf, timer } from '../../core/world'
import { isError, type Reply } from '../../reply'
import { firstWord } from '../client/typed'
import type { ClusterWorld } from '../protocol'
import { tellOfServer } from './outcome'
import type { Program } from './program'
import { type Call, type LockState, type Node, ownerOf, type Request, type Settings } from './state'

type Ask = Pick<Call, 'step' | 'requests' | 'patienceMs'> & Partial<Pick<Call, 'node' | 'goal' | 'asked' | 'attempts'>>

/** Sends requests to a server, the first unless another is named; what comes of them goes to the step. */
export function call(world: ClusterWorld, lock: LockState, ask: Ask): void {
  const one: Call = {
    node: 0,
    goal: '',
    asked: 0,
    attempts: 0,
    ...ask,
    id: lock.called,
    turn: lock.turn,
    replies: ask.requests.map(() => null),
    answered: ask.requests.map(() => false),
    since: world.now,
  }
  lock.called += 1
  lock.calls[one.id] = one
  transmit(world, lock, one)
}

/** Sends what has not been answered: of `EVAL` and `WAIT` the `WAIT` alone, if that is what is missing (L15). */
export function transmit(world: ClusterWorld, lock: LockState, one: Call): void {
  const node = lock.nodes[one.node] as Node
  const connection = node.connection ?? open(world, lock, node)
  one.requests.forEach((request, index) => {
    if (one.answered[index]) return
    enqueue(node.pending, { call: one.id, index })
    send(world, connection, 0, request)
  })
  const { id, patienceMs } = one
  if (patienceMs !== null) timer(world, lock.place, world.now + micros(patienceMs), 'overdue', id)
}

export function open(world: ClusterWorld, lock: LockState, node: Node): ConnectionId {
  const connection = connect(world, placeAt(world, lock.place), placeOf(world, node.server, 'redis'))
  node.connection = connection
  return connection
}

/** The time until something is tried again (L13, L14). */
export function pauseOf({ conf: { retryInterval, resentIn = [0, 0] }, random }: LockState): Micros {
  return micros(retryInterval ?? integerIn(random, ...resentIn))
}

/** No answer in time: sent again while there are attempts left. */
export function overdue<C extends Settings>(world: ClusterWorld, lock: LockState<C>, program: Program<C>, id: number): void {
  const one = lock.calls[id]
  if (one !== undefined && !sentAgain(world, lock, one)) over(world, lock, program, one, 'timeout')
}

function sentAgain(world: ClusterWorld, lock: LockState, one: Call): boolean {
  if (one.attempts === 0) return false
  one.attempts -= 1
  timer(world, lock.place, world.now + pauseOf(lock), 'resend', one.id)
  return true
}

function over<C extends Settings>(
  world: ClusterWorld,
  lock: LockState<C>,
  { steps }: Program<C>,
  one: Call,
  error: string | null,
): void {
  delete lock.calls[one.id]
  steps[one.step]?.(world, lock, one, error)
}

/** An answer: they come in the order of the requests. Some errors are no answer: the command is tried again (L19). */
export function answered<C extends Settings>(
  world: ClusterWorld,
  lock: LockState<C>,
  program: Program<C>,
  connection: ConnectionId,
  reply: Reply,
): void {
  const node = lock.nodes.find((other) => other.connection === connection)
  const next = node === undefined ? undefined : dequeue(node.pending)
  const one = next === undefined ? undefined : lock.calls[next.call]
  if (next === undefined || one === undefined || one.answered[next.index]) return
  if (lock.conf.resentAfter?.includes(firstWord(reply) ?? '') && sentAgain(world, lock, one)) return
  one.answered[next.index] = true
  one.replies[next.index] = reply
  if (!one.answered.includes(false)) over(world, lock, program, one, firstWord(one.replies.find(isError) ?? null))
}

/**
 * A connection is gone. What Redisson had sent on it waits for its timeout (L19); the other clients hear of it at once.
 */
export function hungUp<C extends Settings>(
  world: ClusterWorld,
  lock: LockState<C>,
  program: Program<C>,
  node: Node,
  reason: 'closed' | 'refused',
): void {
  if (node.open) tellOfServer(world, lock, { type: 'disconnect', server: node.server, reason })
  node.connection = null
  node.open = false
  const waiting = node.pending.items.slice(node.pending.head)
  node.pending = newFifo()
  if (lock.conf.resentAfter !== undefined) return
  for (const { call: id } of waiting) {
    const one = lock.calls[id]
    if (one !== undefined) over(world, lock, program, one, 'NOCONN')
  }
}

export function command(name: string, ...args: readonly string[]): Request {
  return { type: 'command', name, args, write: -1, bytes: 0 }
}

/** A script of its own about its lock, with this time to live. */
export function evaluate(lock: LockState, script: string, ttl: Micros = lock.lease, ...more: readonly string[]): Request {
  return command('EVAL', lock.kind, script, lock.spec.name, ownerOf(lock), String(ttl), ...more)
}
