import type { Place } from '../core/place'
import { emit } from '../core/world'
import type { SignalEvent } from '../journal'
import type { Message } from '../kinds/messages'
import type { ClusterWorld } from '../kinds/protocol'
import { PROCESS_KINDS, type ProcessKind, type Target } from '../scenario/process'

interface Named {
  readonly process: ProcessKind
  readonly place: Place<Message>
}

/** Sends a signal to every process that a target names. */
export function signal(
  world: ClusterWorld,
  target: Target,
  type: SignalEvent['type'],
  send: (world: ClusterWorld, place: Place<Message>) => void,
): void {
  for (const { process, place } of processesAt(world, target)) {
    // Each by itself: one death is not the cause of the next.
    world.cause = null
    emit(world, { at: world.now, host: place.host, type, by: null, process })
    send(world, place)
  }
}

/** The processes that a target names: one of a host, or all of them. */
export function processesAt({ places }: ClusterWorld, target: Target): readonly Named[] {
  const [host, only] = target.split('.')
  return PROCESS_KINDS.flatMap((process) => {
    const place = places.find((one) => one.host === host && one.kind === process)
    return place === undefined || (only !== undefined && only !== process) ? [] : [{ process, place }]
  })
}
