import { describe, expect, it } from 'vitest'
import { namedFilm } from '@/lib/content/scenarios'
import { momentTimes, neighbour } from './steps'

describe('a step', () => {
  it('goes to the next instant that differs, and back to the one before', () => {
    expect(neighbour([1, 5, 5, 9], 5, 1)).toBe(9)
    expect(neighbour([1, 5, 5, 9], 5, -1)).toBe(1)
    expect(neighbour([1, 5, 5, 9], 6, -1)).toBe(5)
  })

  it('ends at the ends', () => {
    expect(neighbour([1, 9], 9, 1)).toBeNull()
    expect(neighbour([1, 9], 1, -1)).toBeNull()
  })

  it('may stop at each moment, and at the start', () => {
    const film = namedFilm('wait-one-of-two')
    expect(momentTimes([film])).toEqual([0, ...film.moments.map(({ at }) => at)])
  })
})
