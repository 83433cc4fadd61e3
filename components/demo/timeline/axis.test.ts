import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nudge, percent, ticks } from './axis'

describe('numbers on the axis', () => {
  const positions = fc
    .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 6 })
    .map((all) => all.toSorted((a, b) => a - b))

  it('never overlap, keep their order and stay on the axis', () => {
    fc.assert(
      fc.property(positions, fc.constantFrom(0.03, 0.085), (wanted, gap) => {
        const placed = nudge(wanted, gap)
        expect(placed).toHaveLength(wanted.length)
        placed.forEach((place, index) => {
          expect(place).toBeGreaterThanOrEqual(-1e-9)
          expect(place).toBeLessThanOrEqual(1 + 1e-9)
          if (index > 0) expect(place - (placed[index - 1] ?? 0)).toBeGreaterThanOrEqual(gap - 1e-9)
        })
      }),
    )
  })

  it('stay where they are when there is room', () => {
    expect(nudge([0.1, 0.5, 0.9], 0.05)).toEqual([0.1, 0.5, 0.9])
  })

  it('give way to both sides alike', () => {
    const [first = 0, second = 0] = nudge([0.5, 0.5], 0.1)
    expect([first, second].map((place) => Math.round(place * 100))).toEqual([45, 55])
  })
})

describe('ticks', () => {
  it('are few and round', () => {
    expect(ticks(35_000_000).map((at) => at / 1_000_000)).toEqual([0, 5, 10, 15, 20, 25, 30, 35])
    expect(ticks(10_000_000).map((at) => at / 1_000_000)).toEqual([0, 2, 4, 6, 8, 10])
  })

  it('never pass the end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 3_600_000_000 }), (end) => {
        const all = ticks(end)
        expect(all.length).toBeLessThanOrEqual(9)
        expect(Math.max(...all)).toBeLessThanOrEqual(end)
      }),
    )
  })
})

describe('a place on the axis', () => {
  it('is a percentage without a long tail', () => {
    expect(percent(1, 3)).toBe('33.333%')
    expect(percent(0, 3)).toBe('0%')
  })
})
