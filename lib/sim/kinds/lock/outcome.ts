import { type Micros, micros } from '../../core/time'
import { connect, send } from '../../core/transport'
import { clock, emit, placeAt, placeOf, timer } from '../../core/world'
import type { ClientEvent } from '../client/events'
import type { ClusterWorld } from '../protocol'
import type { LockEvent, LockKeyEvent } from './events'
import { type LockState, ownerOf } from './state'

const WRITE_EVERY_MS = 500

/** What is said of its connection. */
type OfServer = Extract<ClientEvent, { readonly type: 'connect' | 'disconnect' | 'resolve' }>

type OfLock<T extends LockEvent = LockEvent> = T extends LockEvent ? Omit<T, 'name'> : never

/** Tells the journal of its lock. */
export function tell(world: ClusterWorld, { host, spec: { name } }: LockState, event: OfLock): void {
  say(world, host, Object.assign({ type: event.type, name }, event))
}

/** Tells the journal of its connection, where it has one: clients of several servers are not followed there. */
export function tellOfServer(world: ClusterWorld, { host, single }: LockState, event: OfServer): void {
  if (single) say(world, host, event)
}

/** Tells the journal what has happened to a host now. */
export function say(world: ClusterWorld, host: string, event: LockEvent | LockKeyEvent | OfServer): void {
  emit(world, Object.assign({ at: world.now, host, type: event.type, by: world.cause }, event))
}

/** Sets the clock for the next try: they come in a row of fixed times, after this one. */
export function scheduleTry(world: ClusterWorld, { place, spec }: LockState, after: Micros = world.now): void {
  const { fromMs = 0, everyMs } = spec
  const from = micros(fromMs)
  const every = micros(everyMs)
  const next = after < from ? 0 : Math.floor((after - from) / every) + 1
  clock(world, place, from + next * every, 'try')
}

/** A try begins. */
export function begin(world: ClusterWorld, lock: LockState): void {
  lock.phase = 'trying'
  lock.turn += 1
  lock.since = world.now
  lock.taken = []
  tell(world, lock, { type: 'lock-try' })
}

/** `lock()` returns: the application begins to work. `until` is what the client may reckon with. */
export function granted(world: ClusterWorld, lock: LockState, until: number, token: number | null = null): void {
  const { place, turn, spec } = lock
  const { holdMs, pauseAfterMs = 0, writesTo } = spec
  lock.phase = 'held'
  lock.until = until
  lock.token = token
  lock.fresh = true
  tell(world, lock, { type: 'lock-granted', until, token })
  if (writesTo !== undefined) timer(world, place, world.now + micros(pauseAfterMs), 'work', turn)
  if (holdMs !== null) timer(world, place, world.now + micros(holdMs), 'unlock', turn)
}

/** Another owner has it. */
export function refused(world: ClusterWorld, lock: LockState): void {
  lock.phase = 'idle'
  tell(world, lock, { type: 'lock-refused' })
}

/** An exception instead. */
export function failed(world: ClusterWorld, lock: LockState, error: string): void {
  lock.phase = 'idle'
  tell(world, lock, { type: 'lock-failed', error })
}

/** The lock goes on up to `until`, as far as the client can know. */
export function renewed(world: ClusterWorld, lock: LockState, until: number): void {
  lock.until = until
  tell(world, lock, { type: 'lock-renewed', until })
}

/** A renewal came to nothing. */
export function notRenewed(world: ClusterWorld, lock: LockState, error: string, stops: boolean, told = false): void {
  tell(world, lock, { type: 'lock-not-renewed', error, stops, told })
}

/** The application calls `unlock()`, or is told to stop: it works no more. */
export function leave(world: ClusterWorld, lock: LockState, reason: 'unlock' | 'told'): void {
  lock.phase = 'leaving'
  tell(world, lock, { type: 'lock-left', reason })
}

/** The holder writes with this token, and sets the clock for its next write. */
export function writeGuarded(world: ClusterWorld, lock: LockState, token: number | null): void {
  const { host: from, place, spec, fresh: first } = lock
  lock.resource ??= connect(world, placeAt(world, place), placeOf(world, spec.writesTo ?? '', 'resource'))
  send(world, lock.resource, 0, { type: 'guarded-write', from, token, value: ownerOf(lock), first })
  lock.fresh = false
}

/** Sets the clock for the next write. */
export function scheduleWrite(world: ClusterWorld, { place, turn, spec }: LockState): void {
  clock(world, place, world.now + micros(spec.writeEveryMs ?? WRITE_EVERY_MS), 'work', turn)
}
