import type { JournalEvent } from './journal'
import { KINDS } from './kinds/kinds'
import type { Run, WiredRun } from './outputs'
import type { Scenario } from './scenario/scenario'
import { simulate, wiredRun } from './simulate'

/**
 * Runs a scenario with every kind of process at hand: for Node. Pure: the same scenario gives the same journal, byte for byte, on every
 * machine. The wire, which takes as much memory as the journal, is left out.
 *
 * @param scenario as returned by `parseScenario`; nothing is checked here
 */
export function run(scenario: Scenario): Run {
  const events: JournalEvent[] = []
  simulate(scenario, KINDS, { journal: events, wire: null })
  return { scenario, events }
}

/** The same run, with every message that was sent in it. */
export function runWithWire(scenario: Scenario): WiredRun {
  return wiredRun(scenario, KINDS)
}
