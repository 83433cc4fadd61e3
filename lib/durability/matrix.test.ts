import { describe, expect, it } from 'vitest'
import powerAllWait from '@/content/scenarios/power-all-wait.json'
import powerAllWaitaof from '@/content/scenarios/power-all-waitaof.json'
import powerPrimary from '@/content/scenarios/power-primary.json'
import replicaDisk from '@/content/scenarios/replica-disk.json'
import { parseScenario } from '../sim/scenario/parse'
import { FAILURE_NAMES, FAILURES, type FailureName } from './failures'
import { durabilityMatrix } from './matrix'
import { MEASURE_NAMES, type MeasureName, withMeasure } from './measures'

const matrix = durabilityMatrix()

/** The failures in which writes are lost that were acknowledged, or confirmed. */
function takenBy(measure: MeasureName): readonly FailureName[] {
  return matrix.flatMap(({ failure, losses }) =>
    losses.some((loss) => loss.measure === measure && loss.lost > 0) ? [failure] : [],
  )
}

describe('the matrix of failures and disks', () => {
  it('says of each measure what it does not survive', () => {
    expect(Object.fromEntries(MEASURE_NAMES.map((measure) => [measure, takenBy(measure)]))).toEqual({
      'no-aof': FAILURE_NAMES,
      everysec: ['power', 'power-all', 'gone', 'wrong-replica', 'split-brain'],
      always: ['gone', 'wrong-replica', 'split-brain'],
      wait: ['power', 'power-all'],
      'wait-always': [],
      'own-disk': ['wrong-replica', 'split-brain'],
      'replica-disk': ['killed', 'power', 'power-all', 'wrong-replica'],
      'two-disks': ['wrong-replica'],
      'all-disks': [],
    } satisfies Record<MeasureName, readonly FailureName[]>)
  })

  it('has a write to lose in every cell, and never loses more than there are', () => {
    for (const { of, lost } of matrix.flatMap(({ losses }) => losses)) {
      expect(of).toBeGreaterThan(0)
      expect(lost).toBeLessThanOrEqual(of)
    }
  })

  it.each([
    ['power', 'everysec', powerPrimary],
    ['power', 'replica-disk', replicaDisk],
    ['power-all', 'wait', powerAllWait],
    ['power-all', 'all-disks', powerAllWaitaof],
  ] as const)('runs what the page shows: %s, %s', (failure, measure, file) => {
    const { hosts, workload, actions, seed } = withMeasure(FAILURES[failure].scenario, measure)
    const shown = parseScenario(file)
    expect({ workload, actions, seed }).toEqual({ workload: shown.workload, actions: shown.actions, seed: shown.seed })
    const confs = Object.values(hosts).map(({ redis }) => redis?.conf.appendonly ?? 'no')
    expect(confs).toEqual(Object.values(shown.hosts).map(({ redis }) => redis?.conf.appendonly ?? 'no'))
  })
})
