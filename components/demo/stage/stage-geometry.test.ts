import { describe, expect, it } from 'vitest'
import type { StageNode } from '@/lib/reading/film/stage-layout'
import { curveBetween, headingOf, pathOf, pointAt, RADIUS } from './stage-geometry'

const node = (host: string, x: number, y: number): StageNode => ({ host, kind: 'server', x, y })

describe('a line between two processes', () => {
  const a = node('a', 100, 100)
  const b = node('b', 300, 100)

  it('goes straight from rim to rim where nobody stands in between', () => {
    const curve = curveBetween([a, b], a, b)
    expect(pathOf(curve)).toBe('M127 100Q200 100 273 100')
    expect(pointAt(curve, 0.5)).toEqual({ x: 200, y: 100 })
    expect(headingOf(curve)).toBe(0)
  })

  it('bends around who does', () => {
    const between = node('c', 200, 104)
    const curve = curveBetween([a, b, between], a, b)
    const nearest = Math.min(
      ...Array.from({ length: 21 }, (_, step) => pointAt(curve, step / 20)).map(({ x, y }) =>
        Math.hypot(x - between.x, y - between.y),
      ),
    )
    expect(nearest).toBeGreaterThan(RADIUS.server)
  })

  it('leaves room for words between two that stand one below the other', () => {
    const below = node('d', 100, 220)
    expect(pointAt(curveBetween([a, below], a, below), 0.5).x).not.toBe(100)
  })
})
