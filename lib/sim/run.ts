import type { JournalEvent, Run } from './journal'
import { KINDS } from './kinds/kinds'
import type { Scenario } from './scenario/scenario'
import { simulate } from './simulate'
import { type Wire, WireLog } from './wire'

/**
 * Runs a scenario. Pure: the same scenario gives the same journal, byte for byte, on every machine.
 *
 * @param scenario as returned by `parseScenario`; nothing is checked here
 */
export function run(scenario: Scenario): Run {
  const events: JournalEvent[] = []
  simulate(scenario, KINDS, { journal: events, wire: null })
  return { scenario, events }
}

/** The same run, with every message that was sent in it. */
export function runWithWire(scenario: Scenario): Run & { readonly wire: Wire } {
  const events: JournalEvent[] = []
  const wire = new WireLog()
  simulate(scenario, KINDS, { journal: events, wire })
  return { scenario, events, wire: wire.messages }
}
