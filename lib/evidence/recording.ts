import { createHash } from 'node:crypto'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import type { Outcome } from './outcome'

/** What a real run came to: the object that a simulated one ends with, but of a server's version instead of a kernel's. */
export type RealResult = Outcome & { readonly server: string }

/**
 * Real runs of one scenario. The file is lines of JSON: first the header, then one result for each run, times rounded to a tenth of
 * a millisecond (see lab/recordings/README.md).
 */
export interface Recording {
  readonly header: RecordingHeader
  readonly runs: readonly RealResult[]
}

export interface RecordingHeader {
  readonly format: 1
  readonly scenario: string
  /** Tells whether the scenario is still the one that was recorded. */
  readonly hash: string
  /** Version of redis-server; of another server its name too, such as `MySQL 9.7.4`. */
  readonly server: string
  /** Version of the operating system. */
  readonly system: string
  readonly network: 'namespaces' | 'loopback'
  /** ISO date. */
  readonly recorded: string
}

/** The file cannot be read as a recording; the message says why. */
export class BadRecording extends Error {}

export function writeRecording({ header, runs }: Recording): string {
  return `${[header, ...runs.map(rounded)].map((line) => JSON.stringify(line)).join('\n')}\n`
}

/** @throws {BadRecording} */
export function readRecording(text: string): Recording {
  const [first = '', ...rest] = text.trimEnd().split('\n')
  const header = parse(first, 1)
  if (!isHeader(header)) throw new BadRecording('line 1: expected the header of a recording of format 1')
  const runs = rest.map((line, index) => {
    const run = parse(line, index + 2)
    if (!isRealResult(run) || run.scenario !== header.scenario)
      throw new BadRecording(`line ${index + 2}: expected a result of ${header.scenario}`)
    return run
  })
  if (runs.length === 0) throw new BadRecording('expected at least one run')
  return { header, runs }
}

/** Of all that shapes a run: a name, a seed or the order of keys does not. */
export function scenarioHash({ name: _name, seed: _seed, ...rest }: Scenario): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(rest)))
    .digest('hex')
    .slice(0, 16)
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, sorted(member)]),
  )
}

function rounded(result: RealResult): unknown {
  return JSON.parse(
    JSON.stringify(result, (_key, value: unknown) => (typeof value === 'number' ? Math.round(value * 10) / 10 : value)),
  )
}

function parse(line: string, number: number): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw new BadRecording(`line ${number}: not JSON`)
  }
}

function isHeader(value: unknown): value is RecordingHeader {
  return isObject(value) && value.format === 1 && typeof value.scenario === 'string' && typeof value.hash === 'string'
}

function isRealResult(value: unknown): value is RealResult {
  return isOutcome(value) && 'server' in value
}

/** Whether a value that was read has the shape of an outcome, in the outline: who wrote it is told otherwise. */
export function isOutcome(value: unknown): value is Outcome {
  return isObject(value) && isObject(value.writes) && Array.isArray(value.failovers) && typeof value.scenario === 'string'
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
