import type { Scenario } from '@/lib/sim/scenario/scenario'
import type { DecidedRow, RangeRow, Row } from './compare'
import { compareUntilAgreed, type RunSource, simulatedRuns } from './comparison'
import { saysSomething } from './facts'
import { evidenceScenario, recordingText } from './files'
import { kernelHash } from './kernel-hash'
import { type Recording, readRecording, scenarioHash } from './recording'
import { RunCache } from './run-cache'
import { type EvidenceName, evidenceNames } from './subjects'

/** What is known of one scenario. `changed`: it was recorded, but is another one by now. */
export type Evidence =
  | { readonly name: EvidenceName; readonly state: 'unrecorded' | 'changed' }
  | ({ readonly name: EvidenceName; readonly state: 'compared' } & Compared)

export interface Compared {
  readonly header: Recording['header']
  readonly realRuns: number
  readonly simulatedRuns: number
  readonly decided: readonly DecidedRow[]
  /** Times and counts that differ from run to run, or where they do not agree. */
  readonly spread: readonly RangeRow[]
  /** Counts that were the same in every run, real and simulated. */
  readonly constant: readonly RangeRow[]
  /** Lines on which real and simulated runs do not agree. */
  readonly disagreements: number
  /** The same scenario on MariaDB; null where it was not recorded there. */
  readonly mariadb: Mariadb | null
}

/** Where MariaDB does something else than what is simulated, which is MySQL. */
export interface Mariadb {
  readonly header: Recording['header']
  readonly realRuns: number
  readonly decided: readonly DecidedRow[]
  readonly ranges: readonly RangeRow[]
}

/** All of it, in numbers. */
export interface Summary {
  readonly scenarios: number
  readonly runs: number
  readonly simulatedRuns: number
  readonly unrecorded: number
  readonly changed: number
  /** Lines that were compared, and those that do not agree; of decided facts, and of times and counts. */
  readonly decided: { readonly lines: number; readonly disagree: number }
  readonly ranges: { readonly lines: number; readonly disagree: number }
  readonly servers: readonly string[]
  readonly systems: readonly string[]
  /** ISO dates of the first and the last recording. */
  readonly dates: readonly [string, string] | null
}

const known = new Map<string, Promise<Evidence>>()

/** Everything, in the order of the index. */
export function allEvidence(): Promise<readonly Evidence[]> {
  return evidenceOf(evidenceNames)
}

/**
 * What is known of some scenarios. Their runs are read from the cache; those that it lacks are simulated once a process, whatever the
 * number of languages, and not kept: only `fillCache` knows that the kernel it ran is the one whose sources it hashed.
 */
export async function evidenceOf(names: readonly EvidenceName[]): Promise<readonly Evidence[]> {
  const cache = new RunCache(kernelHash())
  const found: Evidence[] = []
  for (const name of names) {
    const [text, scenario] = [recordingText(name), evidenceScenario(name)]
    const key = [cache.kernel, JSON.stringify(scenario), text, recordingText(name, 'mariadb')].join('\n')
    const evidence =
      known.get(key) ??
      compared(name, text, scenario, async (one, runs) => cache.read(one, runs) ?? (await simulatedRuns(one, runs)))
    known.set(key, evidence)
    found.push(await evidence)
  }
  return found
}

/**
 * Simulates what the cache lacks and keeps it, unless the sources of the kernel are no longer the cache's.
 * @param cache of a kernel that was hashed before this module, and with it the kernel, was imported
 */
export async function fillCache(cache: RunCache, names: readonly EvidenceName[] = evidenceNames): Promise<void> {
  for (const name of names) {
    await compared(name, recordingText(name), evidenceScenario(name), async (scenario, runs) => {
      const kept = cache.read(scenario, runs)
      if (kept !== null) return kept
      const outcomes = await simulatedRuns(scenario, runs)
      if (kernelHash() === cache.kernel) cache.write(scenario, outcomes)
      return outcomes
    })
  }
}

async function compared(name: EvidenceName, text: string | null, scenario: Scenario, runsOf: RunSource): Promise<Evidence> {
  if (text === null) return { name, state: 'unrecorded' }
  const recording = readRecording(text)
  if (recording.header.hash !== scenarioHash(scenario)) return { name, state: 'changed' }
  const { rows, simulated } = await compareUntilAgreed(scenario, recording.runs, runsOf)
  return {
    name,
    state: 'compared',
    ...sorted(rows),
    header: recording.header,
    realRuns: recording.runs.length,
    simulatedRuns: simulated,
    mariadb: await onMariadb(name, scenario, runsOf),
  }
}

async function onMariadb(name: EvidenceName, scenario: Scenario, runsOf: RunSource): Promise<Mariadb | null> {
  const text = recordingText(name, 'mariadb')
  if (text === null) return null
  const { header, runs } = readRecording(text)
  if (header.hash !== scenarioHash(scenario)) return null
  const { rows } = await compareUntilAgreed(scenario, runs, runsOf)
  const odd = rows.filter(({ agrees }) => !agrees)
  return {
    header,
    realRuns: runs.length,
    decided: odd.filter((row): row is DecidedRow => row.kind === 'decided'),
    ranges: odd.filter((row): row is RangeRow => row.kind !== 'decided'),
  }
}

/** Lines apart by how they are shown. What never happened, here or there, is left out; what disagrees never is. */
export function sorted(rows: readonly Row[]): Pick<Compared, 'decided' | 'spread' | 'constant' | 'disagreements'> {
  const ranges = rows.filter((row): row is RangeRow => row.kind !== 'decided')
  return {
    decided: rows.filter((row): row is DecidedRow => row.kind === 'decided' && (!row.agrees || happened(row))),
    spread: ranges.filter((row) => !row.agrees || row.kind !== 'count' || !isConstant(row)),
    constant: ranges.filter((row) => row.agrees && row.kind === 'count' && isConstant(row) && row.real[0] !== 0),
    disagreements: rows.filter(({ agrees }) => !agrees).length,
  }
}

export function summaryOf(evidence: readonly Evidence[]): Summary {
  const compared = evidence.filter((each) => each.state === 'compared')
  const dates = compared.map(({ header }) => header.recorded).sort()
  const distinct = (values: readonly string[]) => [...new Set(values)].sort()
  const lines = (rows: readonly { readonly agrees: boolean }[]) => ({
    lines: rows.length,
    disagree: rows.filter(({ agrees }) => !agrees).length,
  })
  const [first, last] = [dates[0], dates.at(-1)]
  return {
    scenarios: compared.length,
    runs: compared.reduce((sum, { realRuns }) => sum + realRuns, 0),
    simulatedRuns: compared.reduce((sum, { simulatedRuns }) => sum + simulatedRuns, 0),
    unrecorded: evidence.filter(({ state }) => state === 'unrecorded').length,
    changed: evidence.filter(({ state }) => state === 'changed').length,
    decided: lines(compared.flatMap(({ decided }) => decided)),
    ranges: lines(compared.flatMap(({ spread, constant }) => [...spread, ...constant])),
    servers: distinct(compared.map(({ header }) => header.server)),
    systems: distinct(compared.map(({ header }) => header.system)),
    dates: first === undefined || last === undefined ? null : [first, last],
  }
}

function happened({ real, simulated }: DecidedRow): boolean {
  return [...real, ...simulated].some(({ fact }) => saysSomething(fact))
}

function isConstant({ real, simulated }: RangeRow): boolean {
  return new Set([...real, ...simulated]).size === 1
}
