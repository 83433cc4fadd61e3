import { expect, it } from 'vitest'
import { micros } from './time'

it('turns the milliseconds of a scenario into whole microseconds', () => {
  expect([3000, 0.1, 0.0004, 0.0006, 1e-9, 0.1 + 0.2].map(micros)).toEqual([3_000_000, 100, 0, 1, 0, 300])
})
