import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { evidenceScenario } from '@/lib/evidence/files'
import { type EvidenceName, evidenceNames } from '@/lib/evidence/subjects'
import { eventsOf } from '@/lib/reading/events'
import { judgeLocks, type LockVerdict } from '@/lib/reading/verdict/locks'
import type { JournalEvent } from '@/lib/sim/journal'
import type { Host } from '@/lib/sim/kinds/host'
import type { LockSpec } from '@/lib/sim/kinds/lock/spec'
import type { Run } from '@/lib/sim/outputs'
import { run } from '@/lib/sim/run'
import { parseScenario } from '@/lib/sim/scenario/parse'
import type { Scenario } from '@/lib/sim/scenario/scenario'

const FOLDER = import.meta.dirname
const RECORDED: readonly string[] = evidenceNames.filter(takesLocks)

/** One scenario for each way in which a lock of the rules L… comes to two owners: those of this folder, and those that were recorded. */
export function recipeNames(): readonly string[] {
  const own = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace('.json', ''))
  return [...own, ...RECORDED]
}

export function recipe(name: string): Scenario {
  return RECORDED.includes(name)
    ? evidenceScenario(name)
    : parseScenario(JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')))
}

function takesLocks(name: EvidenceName): boolean {
  return Object.values(evidenceScenario(name).hosts).some(({ client }) => client?.lock !== undefined)
}

/** The same with another lock of a client, as far as it is named. */
export function withLock(scenario: Scenario, host: string, change: Partial<LockSpec>): Scenario {
  const client = scenario.hosts[host]?.client
  if (client?.lock === undefined) throw new Error(`${host} takes no lock`)
  const changed = { ...scenario.hosts[host], client: { ...client, lock: { ...client.lock, ...change } } }
  return parseScenario({ ...scenario, hosts: { ...scenario.hosts, [host]: changed } })
}

/** The same with something else on a host. */
export function withHost(scenario: Scenario, host: string, spec: Host): Scenario {
  return parseScenario({ ...scenario, hosts: { ...scenario.hosts, [host]: spec } })
}

/** The same with these actions and no others. */
export function withActions(scenario: Scenario, ...actions: readonly object[]): Scenario {
  return parseScenario({ ...scenario, actions })
}

/** What became of it: its journal, and the verdict over its locks. */
export class Told {
  readonly run: Run
  readonly verdict: LockVerdict

  constructor(scenario: Scenario) {
    this.run = run(scenario)
    this.verdict = judgeLocks(this.run)
  }

  /** The seconds at which a client was granted its lock. */
  granted(owner: string): readonly number[] {
    return this.verdict.beliefs.filter((belief) => belief.owner === owner).map(({ from }) => seconds(from))
  }

  /** When two owners began and ceased to be two, and why. */
  get twoOwners(): readonly [from: number, until: number, cause: string][] {
    return this.verdict.overlaps.map(({ from, until, cause }) => [seconds(from), seconds(until), cause])
  }

  /** The seconds at which events of a type happened to a host. */
  times(type: JournalEvent['type'], host: string): readonly number[] {
    return eventsOf(this.run, type)
      .filter(({ event }) => event.host === host)
      .map(({ event }) => seconds(event.at))
  }
}

function seconds(at: number): number {
  return at / 1_000_000
}
