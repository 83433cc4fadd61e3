import { figures } from '../reading/figures/figures'
import { run } from '../sim/run'
import { FAILURE_NAMES, FAILURES, type FailureName } from './failures'
import { MEASURE_NAMES, MEASURES, type MeasureName, withMeasure } from './measures'

/** Writes that were lost, and of how many: of the acknowledged, or, where a command waits, of those that it had confirmed as well. */
export interface Loss {
  readonly measure: MeasureName
  readonly lost: number
  readonly of: number
}

/** What a failure takes, by what it is met with. */
export interface FailureRow {
  readonly failure: FailureName
  readonly losses: readonly Loss[]
}

/** Every failure with every measure, each from a run of its own. Pure. */
export function durabilityMatrix(): readonly FailureRow[] {
  return FAILURE_NAMES.map((failure) => ({ failure, losses: MEASURE_NAMES.map((measure) => lossOf(failure, measure)) }))
}

function lossOf(failure: FailureName, measure: MeasureName): Loss {
  const { lost, acknowledged, waitConfirmedLost, waitConfirmed } = figures(run(withMeasure(FAILURES[failure].scenario, measure)))
  const [gone, all] = MEASURES[measure].command === null ? [lost, acknowledged] : [waitConfirmedLost, waitConfirmed]
  return { measure, lost: Number(gone), of: Number(all) }
}
