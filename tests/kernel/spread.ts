import { expect } from 'vitest'
import type { Cluster } from './cluster'
import type { Story } from './story'

/** What one measure came to over many seeds. */
export interface Spread {
  readonly values: readonly number[]
  readonly min: number
  readonly mean: number
  readonly max: number
}

/** The runs of a scenario with the seeds from 1 on, made when they are first looked at and kept for further measures. */
export class Runs {
  private readonly stories: Story[] = []

  constructor(
    private readonly cluster: Cluster,
    private readonly seeds: number,
  ) {}

  /** Measures each run; null leaves one out. */
  spread(measure: (story: Story) => number | null): Spread {
    return spread(this.seeds, (seed) => measure(this.story(seed)))
  }

  /** The runs that satisfy the test. */
  filter(test: (story: Story) => boolean): readonly Story[] {
    return Array.from({ length: this.seeds }, (_, index) => this.story(index + 1)).filter(test)
  }

  private story(seed: number): Story {
    const story = this.stories[seed] ?? this.cluster.run(seed)
    this.stories[seed] = story
    return story
  }
}

/** Measures something once for each seed from 1 on; null leaves a seed out. */
export function spread(seeds: number, measure: (seed: number) => number | null): Spread {
  const values: number[] = []
  for (let seed = 1; seed <= seeds; seed += 1) {
    const value = measure(seed)
    if (value !== null) values.push(value)
  }
  return spreadOf(values)
}

export function spreadOf(values: readonly number[]): Spread {
  if (values.length === 0) throw new Error('nothing was measured')
  const sum = values.reduce((total, value) => total + value, 0)
  return { values, min: Math.min(...values), mean: sum / values.length, max: Math.max(...values) }
}

/**
 * A rule states a range: no value may lie outside, and the values must fill it. `mean` is where their centre has to be; `fill`
 * (0.6 unless told) is the share of the range that they have to span, so that a constant cannot pass for a distribution.
 */
export function expectRange(
  { min, mean, max, values }: Spread,
  [low, high]: readonly [number, number],
  { mean: centre = [low, high], fill = 0.6 }: { readonly mean?: readonly [number, number]; readonly fill?: number } = {},
): void {
  const seen = `${values.length} values: ${min.toFixed(3)} … ${mean.toFixed(3)} … ${max.toFixed(3)}`
  expect(min, seen).toBeGreaterThanOrEqual(low)
  expect(max, seen).toBeLessThanOrEqual(high)
  expect(mean, seen).toBeGreaterThanOrEqual(centre[0])
  expect(mean, seen).toBeLessThanOrEqual(centre[1])
  expect(max - min, `${seen} fill too little of ${low} … ${high}`).toBeGreaterThanOrEqual(fill * (high - low))
}
