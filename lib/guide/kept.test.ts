import { appendFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { everyAnswer } from './answers'
import { faultsOf } from './faults'
import { guideHash } from './guide-hash'
import { keepOutcomes, keptOutcomes } from './kept'

describe('what is kept of runs', () => {
  const file = () => join(mkdtempSync(join(tmpdir(), 'lost-writes-')), 'deep', 'guide.json')

  it('is every outcome, of these sources only, and nothing once it is broken', () => {
    const path = file()
    expect(keptOutcomes(guideHash(), path)).toBeNull()
    keepOutcomes(guideHash(), path)
    const runs = everyAnswer(['replicas', 'worse', 'wait', 'failover']).flatMap(faultsOf)
    expect(Object.keys(keptOutcomes(guideHash(), path) ?? {})).toHaveLength(runs.length)
    expect(keptOutcomes('others', path)).toBeNull()
    appendFileSync(path, ' ')
    expect(keptOutcomes(guideHash(), path)).toBeNull()
  })

  it('is not kept for sources that have changed meanwhile', () => {
    const path = file()
    keepOutcomes('others', path)
    expect(keptOutcomes('others', path)).toBeNull()
  })
})
