// No figure that can be measured is typed into an article: `<Measured>` takes it from the recordings, `<Num>` and `<At>` from a run, and one
// that others measured stands beside a link to them.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { measured } from '@/lib/evidence/measured'
import { LOCALES } from '@/lib/locale'

const REAL = /real (?:servers?|Redis|clusters?)|measured|真机|实测|真实的?(?:服务器|集群|Redis)/i
const VERSION = /\b[2-9]\.\d+(?:\.\d+)?\b/g
const PATCH = /\b\d+\.\d+\.\d+\b/
/** How counted things and stopwatches read: `2,179`, `22.4 s`, `8.6 MB`. */
const EXACT = /\d,\d{3}\b|\d\.\d+ ?(?:s\b|seconds|ms|[KMG]B|%|秒|毫秒)/
const ELSEWHERE = /\]\(https?:/

/** Sentences and rows of tables in which a figure is typed that somebody must have measured. */
function typedFigures(article: string): readonly string[] {
  const prose = article.replace(/^```[\s\S]*?^```$/gm, '')
  const lines = prose.split('\n')
  return lines.flatMap((line) =>
    line.startsWith('|') ? suspectCells(line) : line.split(/(?<=[.!?])\s+|(?<=[。！？])/).filter(isSuspect),
  )
}

/** The first cell of a row says what was set up; the others, what came of it. */
function suspectCells(row: string): readonly string[] {
  const [, first = '', ...cells] = row.split('|')
  const measured = row.includes('<Measured')
  return cells
    .filter((cell) => (measured ? /\d/.test(visible(cell)) : isSuspect(cell)))
    .map((cell) => `${first.trim()}: ${cell.trim()}`)
}

function isSuspect(sentence: string): boolean {
  const text = visible(sentence)
  const number = /\d/.test(text.replace(VERSION, ''))
  if (REAL.test(text) || PATCH.test(text)) return number && !ELSEWHERE.test(sentence)
  return EXACT.test(text) && !ELSEWHERE.test(sentence)
}

/** Without components, code, and where links lead. */
function visible(mdx: string): string {
  return mdx
    .replace(/<[A-Z][^>]*>/g, '')
    .replace(/`[^`]*`/g, '')
    .replace(/\]\([^)]*\)/g, ']')
}

const articles = LOCALES.flatMap((locale) =>
  readdirSync(`content/${locale}`).map(
    (file) => [`${locale}/${file}`, readFileSync(`content/${locale}/${file}`, 'utf8')] as const,
  ),
)

describe('an article', () => {
  it.each(articles)('%s types no measured figure', (_file, article) => {
    // The front matter says which version the article was checked against, and when.
    expect(typedFigures(article.replace(/^(?:versions|published|updated|order): .*$/gm, ''))).toEqual([])
  })
})

describe('every figure of real servers', () => {
  const quoted = articles.flatMap(([file, article]) =>
    [...article.matchAll(/<Measured scenario="([^"]*)" of="([^"]*)" \/>/g)].map(
      ([, scenario = '', of = '']) => [file, scenario, of] as const,
    ),
  )

  it('is written as the component reads it', () => {
    expect(quoted).toHaveLength(articles.reduce((sum, [, article]) => sum + article.split('<Measured').length - 1, 0))
  })

  it.each(quoted)('%s: %s, %s was recorded', (_file, scenario, of) => {
    expect(measured(scenario, of).runs).toBeGreaterThanOrEqual(5)
  })

  it('is the same in each language', () => {
    const of = (locale: string) =>
      quoted
        .filter(([file]) => file.startsWith(`${locale}/`))
        .map(([file, ...figure]) => [file.split('/')[1], ...figure].join(' '))
    const [first = '', ...others] = LOCALES
    expect(of(first).length).toBeGreaterThan(0)
    for (const other of others) expect(of(other).sort()).toEqual(of(first).sort())
  })
})

describe('finds', () => {
  it.each([
    'On real servers of version 7.0.15 the demotion came 10 to 12 seconds after a heal.',
    'After 20 seconds, 9,201 writes had been accepted and none rejected.',
    'The replica was 8.6 MB behind.',
    'Writes were still accepted 22.4 seconds after the cut.',
    'It lost 12 of 100 with 7.4.1.',
    '在 7.4.1 上实测：不设闸门丢 84 次。',
    '真机也一样，丢了 100 次。',
    '| 20 ms | 4,175 | 28 |',
    '| 20 ms | <Measured scenario="crash-delay-20" of="lost" /> | 28 |',
  ])('%s', (sentence) => {
    expect(typedFigures(sentence)).toHaveLength(1)
  })

  it.each([
    'On real servers it came <Measured scenario="split-brain" of="demotedAfterHeal r1" /> after the heal.',
    '| 20 ms | <Measured scenario="crash-delay-20" of="acknowledged" /> | <Measured scenario="crash-delay-20" of="lost" /> |',
    'Sentinels demote since 2.6.13; clients are disconnected since 2.8.12.',
    'In 2013, 1,126 of 1,998 were lost: [Jepsen](https://aphyr.com/posts/283-jepsen-redis).',
    'By default 256 MB, or 64 MB for 60 seconds.',
    '`WAIT 2 3000` returns <Num of={oneOfTwo.waitReturned} />.',
  ])('nothing in %s', (sentence) => {
    expect(typedFigures(sentence)).toEqual([])
  })
})
