import type { ConnectionId } from '../../core/end'
import { dequeue, enqueue, newFifo } from '../../core/fifo'
import { micros } from '../../core/time'
import { connect, send } from '../../core/transport'
import { emit, placeAt, placeOf, timer } from '../../core/world'
import { isError, type Reply } from '../../reply'
import { firstWord } from '../client/typed'
import type { ClusterWorld } from '../protocol'
import { attemptsOf, retryDelayOf, settingOf, usesRedisson } from './settings'
import { type Call, isSingle, type LockState, type Node, type Request } from './state'
import { redissonOf, redLockOf } from './versions'

/** What comes after a call: all its answers are there, or it was given up for this reason. */
export interface Step {
  done(world: ClusterWorld, lock: LockState, call: Call): void
  failed(world: ClusterWorld, lock: LockState, call: Call, error: string): void
}

type Ask = Pick<Call, 'node' | 'step' | 'requests'> & Partial<Pick<Call, 'goal' | 'asked' | 'attempts'>>

/** Sends requests to a server; what comes of them goes to the step. */
export function call(world: ClusterWorld, lock: LockState, ask: Ask): void {
  const one: Call = {
    goal: '',
    asked: 0,
    attempts: attemptsOf(lock.plan.client.lock),
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
    if (one.answered[index] === true) return
    enqueue(node.pending, { call: one.id, index })
    send(world, connection, 0, request)
  })
  const patience = patienceOf(lock, one)
  if (patience !== null) timer(world, lock.place, world.now + micros(patience), 'overdue', one.id)
}

export function open(world: ClusterWorld, lock: LockState, node: Node): ConnectionId {
  const connection = connect(world, placeAt(world, lock.place), placeOf(world, node.server, 'redis'))
  node.connection = connection
  return connection
}

/** Milliseconds until a call is overdue; null: it may wait for ever, as the package `redlock` does (L28, L30). A WAIT has its own time (L14). */
function patienceOf({ plan }: LockState, { asked }: Call): number | null {
  const { lock } = plan.client
  if (lock.algorithm === 'redlock') return redLockOf(lock.version ?? '').patience ? settingOf(lock, 'nodeTimeout') : null
  return settingOf(lock, 'timeout') + (asked > 0 ? settingOf(lock, 'slavesSyncTimeout') : 0)
}

/** No answer in time: sent again while there are attempts left. */
export function overdue(world: ClusterWorld, lock: LockState, steps: Steps, id: number): void {
  const one = lock.calls[id]
  if (one !== undefined && !sentAgain(world, lock, one)) give(world, lock, steps, one, 'timeout')
}

export type Steps = Readonly<Record<string, Step>>

function sentAgain(world: ClusterWorld, lock: LockState, one: Call): boolean {
  if (one.attempts === 0) return false
  one.attempts -= 1
  timer(world, lock.place, world.now + retryDelayOf(lock.plan.client.lock, lock.random), 'resend', one.id)
  return true
}

function give(world: ClusterWorld, lock: LockState, steps: Steps, one: Call, error: string): void {
  delete lock.calls[one.id]
  steps[one.step]?.failed(world, lock, one, error)
}

/** An answer: they come in the order of the requests. */
export function answered(world: ClusterWorld, lock: LockState, steps: Steps, connection: ConnectionId, reply: Reply): void {
  const node = lock.nodes.find((other) => other.connection === connection)
  const next = node === undefined ? undefined : dequeue(node.pending)
  const one = next === undefined ? undefined : lock.calls[next.call]
  if (next === undefined || one === undefined || one.answered[next.index] === true) return
  if (isResent(lock, reply) && sentAgain(world, lock, one)) return
  one.answered[next.index] = true
  one.replies[next.index] = reply
  if (one.answered.includes(false)) return
  delete lock.calls[one.id]
  const error = one.replies.find(isError)
  const step = steps[one.step]
  if (error === undefined) step?.done(world, lock, one)
  else step?.failed(world, lock, one, firstWord(error) ?? '')
}

/** Errors after which Redisson tries the command again (L19). */
function isResent({ plan }: LockState, reply: Reply): boolean {
  const { algorithm, version = '' } = plan.client.lock
  const word = firstWord(reply)
  return word !== null && usesRedisson(algorithm) && redissonOf(version).resentAfter.includes(word)
}

/**
 * A connection is gone. What Redisson had sent on it waits for its timeout (L19); the other clients hear of it at once.
 */
export function hungUp(world: ClusterWorld, lock: LockState, steps: Steps, node: Node, reason: 'closed' | 'refused'): void {
  const { host, plan } = lock
  const { server } = node
  if (node.open && isSingle(lock)) emit(world, { at: world.now, host, type: 'disconnect', by: world.cause, server, reason })
  node.connection = null
  node.open = false
  const waiting = node.pending.items.slice(node.pending.head)
  node.pending = newFifo()
  if (usesRedisson(plan.client.lock.algorithm)) return
  for (const { call: id } of waiting) {
    const one = lock.calls[id]
    if (one !== undefined) give(world, lock, steps, one, 'NOCONN')
  }
}

/** A script that the servers know. */
export function evaluate(script: string, ...args: readonly (string | number)[]): Request {
  return { type: 'eval', script, args: args.map(String) }
}
