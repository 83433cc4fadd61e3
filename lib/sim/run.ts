import { applyAction } from './actions'
import { Deployment } from './deployment'
import { micros } from './engine/time'
import { World } from './engine/world'
import { hashOf } from './hash'
import { JOURNAL, type JournalEvent, type Run } from './journal'
import { KERNEL } from './kernel'
import type { ClusterWorld, Message } from './redis/messages'
import type { Scenario } from './scenario/scenario'
import { settle } from './settle'

/** What a run cost, for benchmarks. */
export interface RunCost {
  /** Entries taken from the event queue. */
  readonly dispatched: number
}

/**
 * Runs a scenario. Pure: the same scenario gives the same journal, byte for byte, on every machine.
 *
 * @param scenario as returned by `parseScenario`; nothing is checked here
 */
export function run(scenario: Scenario): Run {
  const events: JournalEvent[] = []
  simulate(scenario, events)
  return { scenario, events }
}

/** The same run with or without its journal; tells what it cost. */
export function simulate(scenario: Scenario, journal: JournalEvent[] | null): RunCost {
  const world: ClusterWorld = new World<Message>(scenario, journal, (index) => applyAction(world, deployment, operators, index))
  const deployment = new Deployment(scenario, world)
  world.emit({
    at: 0,
    host: null,
    type: 'header',
    by: null,
    kernel: KERNEL,
    journal: JOURNAL,
    scenario: hashOf(JSON.stringify(scenario)),
  })
  const operators = settle(world, deployment)
  scenario.actions.forEach((action, index) => {
    world.scheduleAction(micros(action.atMs), index)
  })
  world.runUntil(micros(scenario.durationMs))
  return { dispatched: world.dispatched }
}
