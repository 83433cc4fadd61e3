import type { ConnectionId } from '../../core/end'
import { dequeue, enqueue, newFifo } from '../../core/fifo'
import { micros } from '../../core/time'
import { connect, send } from '../../core/transport'
import { emit, placeAt, placeOf, timer } from '../../core/world'
import { isError, type Reply } from '../../reply'
import { firstWord } from '../client/typed'
import type { ClusterWorld } from '../protocol'
import type { Program } from './program'
import { type Call, isSingle, type LockState, type Node, type Request } from './state'

type Ask = Pick<Call, 'node' | 'step' | 'requests' | 'patienceMs'> & Partial<Pick<Call, 'goal' | 'asked' | 'attempts'>>

/** Sends requests to a server; what comes of them goes to the step. */
export function call(world: ClusterWorld, lock: LockState, ask: Ask): void {
  const one: Call = {
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
    if (one.answered[index] === true) return
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

/** No answer in time: sent again while there are attempts left. */
export function overdue(world: ClusterWorld, lock: LockState, program: Program, id: number): void {
  const one = lock.calls[id]
  if (one !== undefined && !sentAgain(world, lock, program, one)) give(world, lock, program, one, 'timeout')
}

function sentAgain(world: ClusterWorld, lock: LockState, { resends }: Program, one: Call): boolean {
  if (one.attempts === 0 || resends === undefined) return false
  one.attempts -= 1
  timer(world, lock.place, world.now + resends.delay(lock), 'resend', one.id)
  return true
}

function give(world: ClusterWorld, lock: LockState, program: Program, one: Call, error: string): void {
  delete lock.calls[one.id]
  program.steps[one.step]?.failed(world, lock, one, error)
}

/** An answer: they come in the order of the requests. */
export function answered(world: ClusterWorld, lock: LockState, program: Program, connection: ConnectionId, reply: Reply): void {
  const node = lock.nodes.find((other) => other.connection === connection)
  const next = node === undefined ? undefined : dequeue(node.pending)
  const one = next === undefined ? undefined : lock.calls[next.call]
  if (next === undefined || one === undefined || one.answered[next.index] === true) return
  if (isResent(lock, program, reply) && sentAgain(world, lock, program, one)) return
  one.answered[next.index] = true
  one.replies[next.index] = reply
  if (one.answered.includes(false)) return
  delete lock.calls[one.id]
  const error = one.replies.find(isError)
  const step = program.steps[one.step]
  if (error === undefined) step?.done(world, lock, one)
  else step?.failed(world, lock, one, firstWord(error) ?? '')
}

/** Errors after which a command is tried again (L19). */
function isResent(lock: LockState, { resends }: Program, reply: Reply): boolean {
  const word = firstWord(reply)
  return word !== null && resends?.after(lock).includes(word) === true
}

/**
 * A connection is gone. What Redisson had sent on it waits for its timeout (L19); the other clients hear of it at once.
 */
export function hungUp(world: ClusterWorld, lock: LockState, program: Program, node: Node, reason: 'closed' | 'refused'): void {
  const { host } = lock
  const { server } = node
  if (node.open && isSingle(lock)) emit(world, { at: world.now, host, type: 'disconnect', by: world.cause, server, reason })
  node.connection = null
  node.open = false
  const waiting = node.pending.items.slice(node.pending.head)
  node.pending = newFifo()
  if (program.resends !== undefined) return
  for (const { call: id } of waiting) {
    const one = lock.calls[id]
    if (one !== undefined) give(world, lock, program, one, 'NOCONN')
  }
}

/** A script that this kind brings along. */
export function evaluate(kind: string, script: string, ...args: readonly (string | number)[]): Request {
  return { type: 'command', name: 'EVAL', args: [kind, script, ...args.map(String)], write: -1, bytes: 0 }
}
