import { describe, expect, it } from 'vitest'
import { drawn, headingOf, type Path, partBefore, pathLength, pointAt } from './path'

const BENT: Path = [
  { x: 0, y: 0 },
  { x: 100, y: 0 },
  { x: 100, y: 60 },
]

describe('a line', () => {
  it('is walked at one pace around its corners', () => {
    expect(pathLength(BENT)).toBe(160)
    expect(pointAt(BENT, 0.5)).toEqual({ x: 80, y: 0 })
    expect(pointAt(BENT, 0.75)).toEqual({ x: 100, y: 20 })
    expect(pointAt(BENT, 1)).toEqual({ x: 100, y: 60 })
  })

  it('is drawn with round corners, which two short stretches share', () => {
    expect(drawn(BENT)).toBe('M0 0L91 0Q100 0 100 9L100 60')
    expect(drawn([...BENT.slice(0, 2), { x: 100, y: 8 }])).toBe('M0 0L96 0Q100 0 100 4L100 8')
  })

  it('knows where it heads in its middle', () => {
    expect(headingOf(BENT)).toBe(0)
    expect(headingOf([...BENT].reverse())).toBe(180)
  })

  it('ends for what is cut off a little before the wall', () => {
    expect(partBefore(BENT, { from: { x: 49, y: -10 }, to: { x: 49, y: 90 } })).toBe(40 / 160)
    expect(partBefore(BENT, { from: { x: 0, y: 29 }, to: { x: 200, y: 29 } })).toBe(120 / 160)
    expect(partBefore(BENT, { from: { x: 0, y: 90 }, to: { x: 200, y: 90 } })).toBeNull()
  })
})
