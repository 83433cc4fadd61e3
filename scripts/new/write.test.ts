import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, describe, expect, it } from 'vitest'
import { articleComponents } from '@/components/article/article-components'
import { demosIn, shownIn } from '@/lib/content/article-demos'
import { articleContent } from '@/lib/content/article-module'
import { GROUPS } from '@/lib/content/groups'
import { headingsOf } from '@/lib/content/heading'
import { placeholders } from '@/lib/content/rules/placeholders'
import { LOCALES } from '@/lib/locale'
import { checkArticles } from '@/scripts/articles/check'
import { compiled } from '@/tests/compiled'
import { readArguments } from './arguments'
import { writeArticle } from './write'

const root = mkdtempSync(join(tmpdir(), 'new-'))
afterAll(() => rmSync(root, { recursive: true }))

/** A site with one article and one page of its own. */
function site(): { content: string; pages: string } {
  const at = mkdtempSync(join(root, 'site-'))
  const [content, pages] = [join(at, 'content'), join(at, 'app')]
  for (const locale of LOCALES) {
    mkdirSync(join(content, locale), { recursive: true })
    writeFileSync(join(content, locale, 'old.mdx'), '---\norder: 7\n---\n')
  }
  mkdirSync(join(pages, 'glossary'), { recursive: true })
  return { content, pages }
}

describe('a new article', () => {
  const { content, pages } = site()
  const paths = writeArticle({ slug: 'new-one', group: 'limits' }, content, pages, '2026-11-27')
  const sources = LOCALES.map((locale) => ({
    path: `${locale}/new-one.mdx`,
    text: readFileSync(join(content, locale, 'new-one.mdx'), 'utf8'),
  }))

  it('stands in every language, behind the last', () => {
    expect(paths).toEqual(LOCALES.map((locale) => join(content, locale, 'new-one.mdx')))
    for (const { text } of sources) {
      expect(text).toContain('group: limits\norder: 8\ntags: [failover]\npublished: 2026-11-27\nupdated: 2026-11-27\n')
      expect(text).not.toMatch(/\{\{|\}\}/)
    }
  })

  it('compiles, with the same demo and the same headings in each language', async () => {
    expect(await checkArticles(sources)).toEqual([])
    const shown = await Promise.all(sources.map(async ({ path, text }) => shownIn(await compiled(text, path))))
    expect(shown).toEqual(LOCALES.map(() => [{ name: 'split-brain', section: '' }]))
    const [first, ...others] = sources.map(({ text }) => headingsOf(text).map(({ id }) => id))
    expect(first).toContain('configuration')
    for (const other of others) expect(other).toEqual(first)
  })

  it.each(LOCALES)('is drawn: %s', async (locale) => {
    const { path, text } = sources.find((source) => source.path.startsWith(`${locale}/`)) ?? { path: '', text: '' }
    const code = await compiled(text, path)
    const html = renderToStaticMarkup(articleContent(code, articleComponents(locale, demosIn(code))))
    expect(html).toContain('id="demo-split-brain"')
    expect(html).toContain('min-replicas-max-lag')
  })

  it('is let through by no test until all is written', () => {
    const left = placeholders(sources)
    expect(left).toContain('content/en/new-one.mdx:2:8 TODO is still to be written')
    for (const { path, text } of sources) {
      const lines = text.split('\n').flatMap((line, index) => (line.includes('TODO') ? [`content/${path}:${index + 1}:`] : []))
      expect(lines.length).toBeGreaterThan(5)
      for (const line of lines) expect(left).toContainEqual(expect.stringContaining(line))
    }
  })
})

describe('refuses', () => {
  it.each([
    ['old', 'content/en/old.mdx: is there already'],
    ['glossary', 'glossary: the site has a page of that name'],
  ])('%s', (slug, message) => {
    const { content, pages } = site()
    expect(() => writeArticle({ slug, group: 'loss' }, content, pages, '2026-11-27')).toThrow(message)
    expect(readdirSync(join(content, 'en'))).toEqual(['old.mdx'])
  })

  it.each([
    [[], 'what is the article to be called'],
    [['a', 'b'], 'one article at a time, got ["a","b"]'],
    [['Old-Primary'], '"Old-Primary": expected small letters'],
    [['旧主'], '"旧主": expected small letters'],
    [['a', '--group', 'lots'], `--group: expected one of ${GROUPS.join(', ')}, got "lots"`],
  ])('%j', (args, message) => {
    expect(() => readArguments(args)).toThrow(message)
  })

  it('nothing of what is asked for rightly', () => {
    expect(readArguments(['max-lag', '--group', 'limits'])).toEqual({ slug: 'max-lag', group: 'limits' })
    expect(readArguments(['--help'])).toBeNull()
  })
})
