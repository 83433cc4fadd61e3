import { expect, it } from 'vitest'
import type { RangeRow } from './compare'
import { BINS, plotOf } from './distribution'

const row = (real: readonly number[], simulated: readonly number[], tolerance = 100): RangeRow => ({
  kind: 'time',
  label: { code: 'promoted', of: '', nth: null },
  real,
  simulated,
  tolerance,
  agrees: true,
})

it('puts everything on one axis, in order, within its ends', () => {
  const { ticks, allowed, real, simulated } = plotOf(row([5200, 5900], [5000, 5500, 6000]))
  const [low, high] = allowed
  expect(0 < low && low < (real[0]?.place ?? 0) && (real[1]?.place ?? 1) < high && high < 1).toBe(true)
  expect(ticks.map(({ value }) => value)).toEqual([5000, 5500, 6000])
  expect(simulated).toHaveLength(BINS)
  expect(simulated.reduce((sum, share) => sum + share, 0)).toBe(3)
})

it('shows a real run that lies out of range, outside what is allowed', () => {
  const { allowed, real } = plotOf(row([9000], [5000, 6000]))
  expect(real[0]?.place).toBeGreaterThan(allowed[1])
  expect(real[0]?.place).toBeLessThan(1)
})

it('counts have whole ticks, and begin at zero at the least', () => {
  const { ticks, allowed } = plotOf({ ...row([1], [0, 1], 2), kind: 'count' })
  expect(ticks.every(({ value }) => Number.isInteger(value))).toBe(true)
  expect(allowed[0]).toBe(0)
})

it('tells dots apart that stand at one place', () => {
  expect(plotOf(row([5000, 5000, 5000, 5800], [5000, 6000])).real.map(({ beside }) => beside)).toEqual([0, 1, 2, 0])
})
