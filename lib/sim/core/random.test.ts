import { describe, expect, it } from 'vitest'
import { hex40, integerIn, newStream, type Stream, uint32 } from './random'

function draws(stream: Stream, count: number): number[] {
  return Array.from({ length: count }, () => uint32(stream))
}

/** How far 100 000 draws stray from 1000 in each of 100 cells; 99 degrees of freedom: 150 would come up once in a thousand. */
function chiSquare(draw: (index: number) => number): number {
  const cells = new Array<number>(100).fill(0)
  for (let index = 0; index < 100_000; index += 1) {
    const cell = draw(index)
    cells[cell] = (cells[cell] as number) + 1
  }
  return cells.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)
}

describe('a stream of chance', () => {
  it('has the same numbers for ever: links and transcripts depend on them', () => {
    expect(draws(newStream(7, 'cron:r1:0'), 3)).toEqual([3_497_881_907, 314_775_951, 2_137_963_033])
    expect(hex40(newStream(7, 'ids:r1'))).toBe('7c3b8f903b6a02c272542780cbf9b96f08fd5a7e')
  })

  it('depends on the seed and the name only', () => {
    const first = draws(newStream(1, 'a'), 20)
    expect(draws(newStream(1, 'a'), 20)).toEqual(first)
    expect(draws(newStream(2, 'a'), 20)).not.toEqual(first)
    expect(draws(newStream(1, 'b'), 20)).not.toEqual(first)
  })

  it('is uniform, and so is the first draw of many seeds', () => {
    const stream = newStream(1, 'uniform')
    expect(chiSquare(() => integerIn(stream, 0, 99))).toBeLessThan(150)
    expect(chiSquare((seed) => integerIn(newStream(seed, 'first'), 0, 99))).toBeLessThan(150)
  })

  it('draws integers with both ends', () => {
    const stream = newStream(3, 'ends')
    const seen = new Set(Array.from({ length: 200 }, () => integerIn(stream, -1, 2)))
    expect([...seen].sort()).toEqual([-1, 0, 1, 2])
    expect(integerIn(stream, 5, 5)).toBe(5)
  })

  it('writes 40 hexadecimal digits, as replication ids have', () => {
    expect(hex40(newStream(9, 'hex'))).toMatch(/^[0-9a-f]{40}$/)
  })
})
