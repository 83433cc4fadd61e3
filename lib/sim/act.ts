import { cut, heal, partition } from './core/network'
import type { Place } from './core/place'
import { kill, pause, resume, start } from './core/signals'
import { emit, placeOf } from './core/world'
import { typeAt } from './kinds/client/kind'
import type { Message } from './kinds/messages'
import { typeTo } from './kinds/operator/kind'
import type { ClusterWorld } from './kinds/protocol'
import { type Action, PROCESS_KINDS, type ProcessKind, type Scenario } from './scenario/scenario'

/** Carries out one action of the scenario. */
export function act(world: ClusterWorld, scenario: Scenario, index: number): void {
  const action = scenario.actions[index] as Action
  const at = world.now
  if ('partition' in action) {
    partition(world, action.partition)
    emit(world, { at, host: null, type: 'partition', by: null, groups: action.partition })
  } else if ('cut' in action) {
    cut(world, action.cut.from, action.cut.to)
    emit(world, { at, host: null, type: 'cut', by: null, from: action.cut.from, to: action.cut.to })
  } else if ('heal' in action) {
    heal(world)
    emit(world, { at, host: null, type: 'heal', by: null })
  } else if ('run' in action) {
    typeCommand(world, index, action.run.on, action.run.command)
  } else if ('kill' in action) signal(world, 'kill', action.kill)
  else if ('start' in action) signal(world, 'start', action.start)
  else if ('pause' in action) signal(world, 'pause', action.pause)
  else signal(world, 'resume', action.resume)
}

const SIGNALS = { kill, start, pause, resume } as const

/** Does what the verb says to every process that the action names with it. */
function signal(world: ClusterWorld, verb: keyof typeof SIGNALS, target: string): void {
  for (const place of placesOf(world, target)) {
    const process = place.kind as ProcessKind
    world.cause = null
    emit(world, { at: world.now, host: place.host, type: verb, by: null, process })
    SIGNALS[verb](world, place)
  }
}

/** The processes that a target names: one of a host, or all of them. */
function placesOf(world: ClusterWorld, target: string): readonly Place<Message>[] {
  const [host = '', only] = target.split('.')
  return PROCESS_KINDS.flatMap((kind) =>
    world.places.filter((place) => place.host === host && place.kind === kind && (only === undefined || only === kind)),
  )
}

function typeCommand(world: ClusterWorld, index: number, on: string, command: string): void {
  const place = placesOf(world, on)[0] as Place<Message>
  if (place.kind !== 'client') typeTo(world, placeOf(world, place.host, 'operator'), place, index, on, command)
  else if (place.status === 'running') typeAt(world, place, index, on, command)
}
