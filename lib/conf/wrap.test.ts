import { describe, expect, it } from 'vitest'
import { columnsOf, wrap } from './wrap'

describe('wrap', () => {
  it('breaks between words', () => {
    expect(wrap('Checked before each write. It waits for nothing.', 20)).toEqual([
      'Checked before each',
      'write. It waits for',
      'nothing.',
    ])
    expect(wrap('short', 20)).toEqual(['short'])
    expect(wrap('', 20)).toEqual([])
  })

  it('breaks between Chinese characters, never before a punctuation mark', () => {
    expect(wrap('每次写入之前检查，不会等待。', 12)).toEqual(['每次写入之前', '检查，不会等', '待。'])
    expect(wrap('每次写入之前，检查', 12)).toEqual(['每次写入之', '前，检查'])
  })

  it('leaves a word that is too long alone', () => {
    expect(wrap('a min-replicas-to-write b', 10)).toEqual(['a', 'min-replicas-to-write', 'b'])
  })

  it('counts what is Chinese as two columns', () => {
    expect(columnsOf('ACK 的秒数，')).toBe(4 + 8)
  })
})
