import { expect, it } from 'vitest'
import { namedScenario } from '@/lib/content/scenarios'
import { compare } from '@/lib/evidence/compare'
import { simulate } from '@/lib/evidence/outcome'
import { tableLines } from './table'

const scenario = namedScenario('healthy-crash')
const simulated = simulate(scenario, 3)

it('marks what disagrees and leaves out what never happened', () => {
  const real = simulated.map((outcome) => ({ ...outcome, finalPrimary: 'r1' }))
  const lines = tableLines(compare(scenario, real, simulated))
  expect(lines.filter((line) => line.endsWith('DISAGREES'))).toEqual([expect.stringMatching(/^Primary at the end +r1 +r[23]/)])
  expect(lines.some((line) => line.startsWith('Demoted'))).toBe(false)
})

it('says the same words as the page', () => {
  const lines = tableLines(compare(scenario, simulated, simulated))
  expect(lines).toContainEqual(expect.stringMatching(/^Writes attempted +1600 +1600 {2}± 18$/))
  expect(lines).toContainEqual(expect.stringMatching(/^Writes with no connection +603 … 664 /))
})
