import { describe, expect, it } from 'vitest'
import type { Counts, Strip } from '@/lib/reading/film/fate-strip'
import { stripShapes } from './strip-shapes'

const NONE: Counts = { safe: 0, risk: 0, lost: 0, unanswered: 0, refused: 0, 'no-connection': 0 }

function strip(...slices: readonly (Partial<Counts> & { unsent?: number })[]): Strip {
  return {
    every: 10,
    most: 10,
    slices: slices.map(({ unsent = 0, ...counts }, index) => ({
      from: index * 10,
      to: (index + 1) * 10,
      counts: { ...NONE, ...counts },
      unsent,
    })),
  }
}

describe('the shapes of a strip', () => {
  it('are one for each run of slices of a fate', () => {
    expect(stripShapes(strip({ safe: 10 }, { safe: 5 }, {}, { safe: 10 }), 20)).toEqual([
      { fate: 'safe', d: 'M0 20V0H1V10H2V20H1V20H0ZM3 20V0H4V20H3Z' },
    ])
  })

  it('stand on each other in the order of the fates, what is yet to be sent on top', () => {
    expect(stripShapes(strip({ lost: 5, safe: 2, unsent: 3 }), 20)).toEqual([
      { fate: 'safe', d: 'M0 20V16H1V20H0Z' },
      { fate: 'lost', d: 'M0 16V6H1V16H0Z' },
      { fate: 'unsent', d: 'M0 6V0H1V6H0Z' },
    ])
  })

  it('show a single write among hundreds', () => {
    const one = { ...strip({ lost: 1 }), most: 1000 }
    expect(stripShapes(one, 20)).toEqual([{ fate: 'lost', d: 'M0 20V18.5H1V20H0Z' }])
  })
})
