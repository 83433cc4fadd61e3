import { describe, expect, it } from 'vitest'
import { widthOf } from '@/components/demo/stage/label'
import { wrapped } from './wrap'

describe('a text in lines', () => {
  it.each([
    ['r1 answered OK to 2,815 writes. 2,545 of them are lost. 455 more were refused, not lost.'],
    ['r1 对 2,815 次写入答了 OK，其中 2,545 次丢失；另有 455 次被拒绝，没有丢。'],
  ])('is whole and stays within its width: %s', (text) => {
    for (const width of [200, 300, 500]) {
      const lines = wrapped(text, width, 16)
      expect(lines.length).toBeGreaterThan(1)
      expect(lines.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
      for (const line of lines) expect(widthOf(line, 16)).toBeLessThanOrEqual(width)
      for (const line of lines) expect(line).not.toMatch(/^[，。；]/)
    }
  })

  it('is one where there is room', () => expect(wrapped('two words', 500, 16)).toEqual(['two words']))
})
