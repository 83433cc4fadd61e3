import { describe, expect, it } from 'vitest'
import { excerptOf, markedIn, type Piece } from './excerpt'

/** Pieces in one line: what is marked in brackets. */
const shown = (pieces: readonly Piece[]) => pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('')
const wanted = (...terms: string[]) => ({ found: terms, asked: terms })

const filler = 'Nothing of it stands here, for a long while, so that an excerpt can’t hold it all. '.repeat(4)

describe('what is marked', () => {
  it('is each term where a word begins, whatever its capitals', () => {
    expect(shown(markedIn('Await WAIT, waits', wanted('wait')))).toBe('Await [WAIT], [wait]s')
  })

  it('is of a short term the whole word only', () => {
    expect(shown(markedIn('1 of 10, and 1', wanted('1')))).toBe('[1] of 10, and [1]')
  })

  it('is of a word that was found by its beginning that beginning', () => {
    expect(shown(markedIn('a failover', { found: ['failover'], asked: ['failov'] }))).toBe('a [failov]er')
  })

  it('is the word itself where the query had another letter', () => {
    expect(shown(markedIn('a sentinel', { found: ['sentinel'], asked: ['sentinal'] }))).toBe('a [sentinel]')
  })

  it('is one stretch where pairs of characters overlap', () => {
    expect(shown(markedIn('计划内主从切换', wanted('主从', '从切', '切换')))).toBe('计划内[主从切换]')
  })

  it('is a directive as a whole, though its parts were found too', () => {
    const directive = ['min-replicas-to-write', 'min', 'replicas', 'to', 'write']
    expect(shown(markedIn('min-replicas-to-write 1', wanted(...directive)))).toBe('[min-replicas-to-write] 1')
  })

  it('may be signs that patterns are made of', () => {
    expect(shown(markedIn('7.0.15, not 7a0b15', wanted('7.0.15')))).toBe('[7.0.15], not 7a0b15')
  })
})

describe('an excerpt', () => {
  it('is the whole of a short text', () => {
    expect(shown(excerptOf('It asks for votes.', wanted('votes')))).toBe('It asks for [votes].')
  })

  it('begins where what was looked for is densest, with the sentence that has it', () => {
    const text = `A vote. ${filler}It asks for votes. A vote is cast once. ${filler}`
    expect(shown(excerptOf(text, wanted('vote')))).toMatch(/^…It asks for \[vote\]s\. A \[vote\] is cast once\..*…$/)
  })

  it('keeps words and numbers whole at either end', () => {
    const text = `${filler}${'At 13.5 s of many events '.repeat(3)}it fell. ${filler}`
    const excerpt = shown(excerptOf(text, wanted('fell')))
    expect(excerpt).toContain('it [fell]')
    const words = new Set(text.split(' '))
    const [first = '', ...rest] = excerpt
      .replaceAll(/[…[\]]/g, '')
      .trim()
      .split(' ')
    expect([first, rest.at(-1) ?? ''].filter((word) => !words.has(word))).toEqual([])
  })

  it('is the beginning where nothing stands in the text', () => {
    expect(shown(excerptOf(filler, wanted('vote')))).toMatch(/^Nothing of it.*…$/)
  })

  it('is shorter in Chinese, whose characters are wider', () => {
    const long = '网络断开之后旧主照样收下写入，'.repeat(20)
    const excerpt = shown(excerptOf(long, wanted('写入')))
    expect(excerpt.length).toBeLessThan(100)
    expect(excerpt).toContain('[写入]')
  })
})
