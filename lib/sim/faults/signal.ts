import type { Place } from '../core/place'
import { emit } from '../core/world'
import type { SignalEvent } from '../journal'
import type { Message } from '../kinds/messages'
import type { ClusterWorld } from '../kinds/protocol'
import { PROCESS_KINDS, type ProcessKind, type Target } from '../scenario/process'
import type { Status } from './process-fault'

interface Named {
  readonly process: ProcessKind
  readonly place: Place<Message>
}

interface Signal extends Pick<SignalEvent, 'type' | 'power'> {
  readonly send: (world: ClusterWorld, place: Place<Message>) => void
  /** What a process must be like to get it. */
  readonly to: readonly Status[]
}

/** Sends a signal to every process that a target names, as far as they are such as can get it. */
export function signal(world: ClusterWorld, target: Target, { type, send, to, ...more }: Signal): void {
  for (const { process, place } of processesAt(world, target)) {
    if (!to.includes(place.status)) continue
    // Each by itself: one death is not the cause of the next.
    world.cause = null
    emit(world, { at: world.now, host: place.host, type, by: null, process, ...more })
    send(world, place)
  }
}

export function hostOf(target: Target): string {
  return target.split('.')[0] ?? target
}

/** The processes that a target names: one of a host, or all of them. */
export function processesAt({ places }: ClusterWorld, target: Target): readonly Named[] {
  const [host, only] = target.split('.')
  return PROCESS_KINDS.flatMap((process) => {
    const place = places.find((one) => one.host === host && one.kind === process)
    return place === undefined || (only !== undefined && only !== process) ? [] : [{ process, place }]
  })
}
