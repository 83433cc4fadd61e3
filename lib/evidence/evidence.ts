import type { DecidedRow, RangeRow, Row } from './compare'
import { compareUntilAgreed } from './comparison'
import { saysSomething } from './facts'
import { evidenceScenario, recordingText } from './files'
import { type Recording, readRecording, scenarioHash } from './recording'
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

/** Everything, in the order of the page. Each scenario is simulated once a process, whatever the number of languages. */
export async function allEvidence(): Promise<readonly Evidence[]> {
  const found: Evidence[] = []
  for (const name of evidenceNames) {
    const text = recordingText(name)
    const key = `${name}\n${text}`
    const evidence = known.get(key) ?? evidenceOf(name, text)
    known.set(key, evidence)
    found.push(await evidence)
  }
  return found
}

async function evidenceOf(name: EvidenceName, text: string | null): Promise<Evidence> {
  if (text === null) return { name, state: 'unrecorded' }
  const recording = readRecording(text)
  const scenario = evidenceScenario(name)
  if (recording.header.hash !== scenarioHash(scenario)) return { name, state: 'changed' }
  const { rows, simulated } = await compareUntilAgreed(scenario, recording.runs)
  return {
    name,
    state: 'compared',
    ...sorted(rows),
    header: recording.header,
    realRuns: recording.runs.length,
    simulatedRuns: simulated,
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
