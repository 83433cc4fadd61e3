// What every article keeps to, in both languages.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { columnsOf } from '@/lib/conf/wrap'
import { shownIn } from '@/lib/content/article-demos'
import { measured } from '@/lib/evidence/measured'
import { evidenceNames } from '@/lib/evidence/subjects'
import { LOCALES, type Locale } from '@/lib/locale'
import { whyMissing } from '@/scripts/test/programs.mjs'
import { compiled } from '@/tests/compiled'

const articles = LOCALES.flatMap((locale) =>
  readdirSync(join(import.meta.dirname, locale)).map((file) => ({
    name: `${locale}/${file}`,
    text: readFileSync(join(import.meta.dirname, locale, file), 'utf8'),
  })),
)

const articlesOf = (locale: Locale) => articles.filter(({ name }) => name.startsWith(`${locale}/`))

/** The code fences of a text, each with its language and lines. */
function fencesOf(text: string): { language: string; lines: string[] }[] {
  return [...text.matchAll(/^```(\S*).*\n([\s\S]*?)^```/gm)].map(([, language = '', code = '']) => ({
    language,
    lines: code.trimEnd().split('\n'),
  }))
}

/** What only answers questions shows no demo of its own and recommends nothing. */
const isReference = (text: string) => /^group: reference$/m.test(text)

describe.each(articles)('$name', ({ name, text }) => {
  const configuration = /^## .*\[#configuration\]\n([\s\S]*?)^## /m.exec(text)?.[1] ?? ''

  it('recommends what every other article recommends, and not what somebody plays with', () => {
    if (isReference(text)) return expect(text).not.toContain('<Recommended ')
    expect(configuration).toContain('<Recommended ')
    expect(configuration).not.toContain('<Conf ')
    for (const { lines } of fencesOf(configuration)) expect(lines.join('\n')).not.toMatch(/^(sentinel|min-)/m)
    expect(text.replace(configuration, '')).not.toContain('<Recommended ')
  })

  it('lets no other article lead to settings of its own', () => {
    expect(text.includes('<Guide />')).toBe(name.endsWith('/settings.mdx'))
  })

  it('has code beside prose that needs no scrolling', () => {
    for (const [, beside = ''] of text.matchAll(/<Beside>([\s\S]*?)<\/Beside>/g)) {
      for (const { lines } of fencesOf(beside)) for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(40)
    }
  })
})

it.each(LOCALES)('no two articles of a group share a number: %s', (locale) => {
  const places = articlesOf(locale).map(({ text }) => /^group: .*\norder: .*$/m.exec(text)?.[0])
  expect(new Set(places).size).toBe(places.length)
  expect(places).not.toContain(undefined)
})

it('an article stands at the same place in every language', () => {
  const places = (locale: Locale) =>
    articlesOf(locale).map(({ name, text }) => [name.slice(locale.length), /^group: .*\norder: .*$/m.exec(text)?.[0]])
  const [first, ...others] = LOCALES.map(places)
  for (const other of others) expect(other).toEqual(first)
})

describe('the demos of an article', () => {
  const slugs = readdirSync(join(import.meta.dirname, 'en'))

  it.each(slugs)('are the same in every language, and each was held against real servers: %s', async (slug) => {
    const demos = async ({ name, text }: (typeof articles)[number]) => {
      const shown = shownIn(await compiled(text, name))
      // A comparison has two runs.
      const written = text.split(/<(?:Demo|Scene) /).length - 1 + 2 * (text.split('<Compare ').length - 1)
      expect(shown).toHaveLength(written)
      return shown
    }
    const [first, ...others] = await Promise.all(articles.filter(({ name }) => name.endsWith(`/${slug}`)).map(demos))
    const [{ text = '' } = {}] = articles.filter(({ name }) => name.endsWith(`/${slug}`))
    expect((first ?? []).length > 0).toBe(!isReference(text))
    for (const { name } of first ?? []) expect(evidenceNames).toContain(name)
    for (const other of others) expect(other).toEqual(first)
  })
})

describe('every figure of real servers', () => {
  const quoted = articles.flatMap(({ name: file, text: article }) =>
    [...article.matchAll(/<Measured scenario="([^"]*)" of="([^"]*)" \/>/g)].map(
      ([, scenario = '', of = '']) => [file, scenario, of] as const,
    ),
  )

  it('is written as the component reads it', () => {
    expect(quoted).toHaveLength(articles.reduce((sum, { text }) => sum + text.split('<Measured').length - 1, 0))
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

describe('the figures of an article', () => {
  /** What is quoted of runs and of real servers. Paragraphs may differ, and one language may quote a figure twice. */
  const quoted = (locale: string, file: string): ReadonlySet<string> =>
    new Set(readFileSync(join(import.meta.dirname, locale, file), 'utf8').match(/<(?:At|Measured|Num)\b[^>]*>/g))

  it.each(readdirSync(join(import.meta.dirname, 'en')))('are the same in every language: %s', (file) => {
    const [first, ...others] = LOCALES.map((locale) => quoted(locale, file))
    for (const other of others) expect(other).toEqual(first)
  })

  it('are found', () => {
    expect(quoted('en', 'split-brain.mdx').size).toBeGreaterThan(20)
  })
})

/** A snippet that is often copied, with the line that is none of it. */
const COPIED =
  '# written when one replica has it\nmin-slaves-to-write 1\n\n# at most ten seconds late\nmin-slaves-max-lag 10\n12345\n'

describe('a quotation of Redis', () => {
  const why = whyMissing(['redis-server'])
  beforeEach(({ skip }) => skip(why !== null, why ?? ''))

  it.each(articles.filter(({ text }) => text.includes('FATAL CONFIG')))('is what it prints: $name', ({ text }) => {
    const file = join(mkdtempSync(join(tmpdir(), 'lost-writes-')), 'copied.conf')
    writeFileSync(file, COPIED)
    const { stderr, stdout, status } = spawnSync('redis-server', [file], { encoding: 'utf8', timeout: 10_000 })
    expect(status).not.toBe(0)
    const [quoted] = fencesOf(text).filter(({ lines }) => lines[0]?.includes('FATAL CONFIG'))
    const anyVersion = (line: string) => line.replace(/\(Redis [\d.]+\)/, '')
    expect((stdout + stderr).split('\n').map(anyVersion).join('\n')).toContain((quoted?.lines ?? []).map(anyVersion).join('\n'))
  })
})
