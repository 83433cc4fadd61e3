import { type Micros, micros } from '../../core/time'
import { connect, send } from '../../core/transport'
import { clock, emit, placeAt, placeOf, timer } from '../../core/world'
import type { ClusterWorld } from '../protocol'
import type { LockState } from './state'

const WRITE_EVERY_MS = 500

/** Sets the clock for the next try: they come in a row of fixed times, after this one. */
export function scheduleTry(world: ClusterWorld, { place, plan }: LockState, after: Micros = world.now): void {
  const { fromMs = 0, everyMs } = plan.client.lock
  const [from, every] = [micros(fromMs), micros(everyMs)]
  const next = after < from ? 0 : Math.floor((after - from) / every) + 1
  clock(world, place, from + next * every, 'try')
}

/** A try begins. */
export function begin(world: ClusterWorld, lock: LockState): void {
  lock.phase = 'trying'
  lock.turn += 1
  lock.since = world.now
  lock.taken = []
  const { host } = lock
  emit(world, { at: world.now, host, type: 'lock-try', by: world.cause, name: lock.plan.client.lock.name })
}

/** `lock()` returns: the application begins to work. `until` is what the client may reckon with. */
export function granted(world: ClusterWorld, lock: LockState, until: number, token: number | null): void {
  const { host, place, turn, plan } = lock
  const { name, holdMs, pauseAfterMs = 0, writesTo } = plan.client.lock
  lock.phase = 'held'
  lock.until = until
  lock.token = token
  emit(world, { at: world.now, host, type: 'lock-granted', by: world.cause, name, until, token })
  if (writesTo !== undefined) timer(world, place, world.now + micros(pauseAfterMs), 'work', turn)
  if (holdMs !== null) timer(world, place, world.now + micros(holdMs), 'unlock', turn)
}

/** Another owner has it. */
export function refused(world: ClusterWorld, lock: LockState): void {
  lock.phase = 'idle'
  emit(world, { at: world.now, host: lock.host, type: 'lock-refused', by: world.cause, name: lock.plan.client.lock.name })
}

/** An exception instead. */
export function failed(world: ClusterWorld, lock: LockState, error: string): void {
  lock.phase = 'idle'
  threw(world, lock, error)
}

export function threw(world: ClusterWorld, { host, plan }: LockState, error: string): void {
  emit(world, { at: world.now, host, type: 'lock-failed', by: world.cause, name: plan.client.lock.name, error })
}

/** The lock goes on up to `until`, as far as the client can know. */
export function renewed(world: ClusterWorld, lock: LockState, until: number): void {
  const { host, plan } = lock
  lock.until = until
  emit(world, { at: world.now, host, type: 'lock-renewed', by: world.cause, name: plan.client.lock.name, until })
}

/** A renewal came to nothing. */
export function notRenewed(world: ClusterWorld, lock: LockState, error: string, stops: boolean, told: boolean): void {
  const { name } = lock.plan.client.lock
  emit(world, { at: world.now, host: lock.host, type: 'lock-not-renewed', by: world.cause, name, error, stops, told })
}

/** The application calls `unlock()`, or is told to stop: it works no more. */
export function leave(world: ClusterWorld, lock: LockState, reason: 'unlock' | 'told'): void {
  lock.phase = 'leaving'
  emit(world, { at: world.now, host: lock.host, type: 'lock-left', by: world.cause, name: lock.plan.client.lock.name, reason })
}

/** The holder writes with this token, and sets the clock for its next write. */
export function writeGuarded(world: ClusterWorld, lock: LockState, token: number | null): void {
  const { host: from, plan } = lock
  const { writesTo = '' } = plan.client.lock
  lock.resource ??= connect(world, placeAt(world, lock.place), placeOf(world, writesTo, 'resource'))
  send(world, lock.resource, 0, { type: 'guarded-write', from, token })
}

/** Sets the clock for the next write. */
export function scheduleWrite(world: ClusterWorld, { place, turn, plan }: LockState): void {
  clock(world, place, world.now + micros(plan.client.lock.writeEveryMs ?? WRITE_EVERY_MS), 'work', turn)
}
