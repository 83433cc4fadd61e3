import type { Scenario } from '@/lib/sim/scenario/scenario'
import { evidenceScenario, recordingText } from './files'
import type { Outcome } from './outcome'
import { QUANTITY_KINDS, type QuantityKind, quantities } from './quantities'
import { readRecording, scenarioHash } from './recording'

/** A figure of real servers: the least and the most of all recorded runs. Milliseconds, writes, or what a command returned. */
export interface Measured {
  readonly kind: QuantityKind
  readonly least: number
  readonly most: number
  readonly runs: number
  /** As in the header of a recording. */
  readonly server: string
}

/**
 * What real servers did in a scenario. `of`: the key of a quantity (`lost`, `refused NOREPLICAS`, `demotedAfterHeal r1`), or
 * `returned 2`: the number that the second command that was typed returned. Throws where that was not recorded in every run.
 */
export function measured(name: string, of: string): Measured {
  const text = recordingText(name)
  if (text === null) throw new Error(`${name} was not recorded`)
  const { header, runs } = readRecording(text)
  const scenario = evidenceScenario(name)
  if (header.hash !== scenarioHash(scenario)) throw new Error(`${name} has changed since it was recorded: record it again`)
  const found = runs.map((outcome) => {
    const figure = returned(outcome, of) ?? timedOrCounted(scenario, outcome, of)
    if (figure === null) throw new Error(`${name}: no "${of}" in every recorded run`)
    return figure
  })
  const values = found.map(({ value }) => value)
  return {
    kind: found[0]?.kind ?? 'count',
    least: Math.min(...values),
    most: Math.max(...values),
    runs: runs.length,
    server: header.server,
  }
}

interface Figure {
  readonly kind: QuantityKind
  readonly value: number
}

/** What a typed command returned: `returned 2` is the second one. */
function returned({ replies }: Outcome, of: string): Figure | null {
  const nth = /^returned (\d+)$/.exec(of)?.[1]
  const reply = nth === undefined ? null : replies[Number(nth) - 1]?.reply
  return typeof reply === 'number' ? { kind: 'count', value: reply } : null
}

function timedOrCounted(scenario: Scenario, outcome: Outcome, of: string): Figure | null {
  const quantity = quantities(scenario, outcome).get(of)
  return quantity === undefined ? null : { kind: QUANTITY_KINDS[quantity.label.code], value: quantity.value }
}
