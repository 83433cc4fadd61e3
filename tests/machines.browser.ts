// What the built site holds for programs: an index, Markdown, feeds, cards. Needs the build, no browser.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { describe, expect, test } from 'vitest'
import type { SiteIndex } from '@/components/site/site-index'
import { CARD_SIZE } from '@/lib/cards'
import { TAGS } from '@/lib/content/tags'
import { LOCALES } from '@/lib/locale'
import { absolute, pagePath, site } from '@/lib/site'
import { OUT } from './browser'
import { attributes, readersPages } from './output'

const pages = readersPages().filter(({ file }) => file.includes('/'))
const read = (path: string) => readFileSync(join(OUT, path), 'utf8')
/** The file at an address of the site. */
const fileAt = (address: string) => {
  expect(address.startsWith(site.address), address).toBe(true)
  const path = decodeURI(new URL(address).pathname).slice(site.basePath.length + 1)
  return path.endsWith('/') || path === '' ? `${path}index.html` : path
}

describe('index.json', () => {
  const index: SiteIndex = JSON.parse(read('index.json'))

  test('names every page', () => {
    expect(index.pages.map(({ address }) => fileAt(address)).toSorted()).toEqual(pages.map(({ file }) => file).toSorted())
  })

  test.each(index.pages)('$address has its sections, its Markdown and its card', ({ address, markdown, card, sections }) => {
    const ids = attributes(read(fileAt(address)), '[a-z][a-z0-9]*', 'id')
    for (const section of sections) {
      expect(section.title).not.toBe('')
      expect(ids, section.address).toContain(new URL(section.address).hash.slice(1))
    }
    for (const beside of [markdown, card]) expect(existsSync(join(OUT, fileAt(beside))), beside).toBe(true)
  })

  test('names every heading of an article', () => {
    const named = new Set(index.pages.flatMap(({ sections }) => sections.map(({ address }) => address)))
    const articles = index.pages.filter(({ article }) => article !== null)
    for (const { address } of articles) {
      const headings = ['h2', 'h3'].flatMap((tag) => attributes(read(fileAt(address)), tag, 'id'))
      expect(headings.filter((id) => !named.has(`${address}#${id}`))).toEqual([])
    }
  })

  test('says of every article when it was changed, and against what it was checked', () => {
    const articles = index.pages.flatMap(({ article }) => (article ? [article] : []))
    expect(articles).toHaveLength(LOCALES.flatMap((locale) => readdirSync(join('content', locale))).length)
    for (const { updated, published, checked } of articles) {
      expect(updated >= published).toBe(true)
      expect(checked?.servers).toContainEqual(expect.stringMatching(/^(Redis|MySQL) \d/))
      expect(checked?.date).toMatch(/^\d{4}-\d\d-\d\d$/)
    }
  })

  test('names every demo with what it comes to', () => {
    const demos = pages
      .filter(({ file }) => !LOCALES.some((locale) => file === `${locale}/index.html`))
      .flatMap(({ file, html }) =>
        attributes(html, 'figure', 'id').map((id) => absolute(`${file.replace('index.html', '')}#${id}`)),
      )
    expect(index.demos.map(({ address }) => address).toSorted()).toEqual(
      demos.filter((each) => each.includes('#demo-')).toSorted(),
    )
    for (const { runs } of index.demos) {
      expect(runs.length).toBeGreaterThan(0)
      for (const { verdict, writes } of runs) {
        expect(verdict).not.toMatch(/undefined|null|^$/)
        expect(writes.lost).toBeLessThanOrEqual(writes.acknowledged)
      }
    }
  })

  test.each(index.demos.filter(({ embed }) => embed !== null))('$address has an embed that shows its card', ({ embed, card }) => {
    const html = read(fileAt(embed ?? ''))
    const [tag = ''] = html.match(/<meta property="og:image"[^>]*>/) ?? []
    expect(attributes(tag, 'meta', 'content')).toEqual([card])
    expect(JSON.parse(read(fileAt(`${embed}oembed.json`)))).toMatchObject({ thumbnail_url: card })
  })

  test.each(index.demos)('$address has a card of the right size', ({ card }) => {
    const png = readFileSync(join(OUT, fileAt(card)))
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) }).toEqual(CARD_SIZE)
  })
})

describe('the Markdown', () => {
  test.each(pages)('of $file has its title, and links that lead where those of the page lead', ({ file, html }) => {
    const text = read(file.replace('index.html', 'index.md'))
    expect(text).toMatch(/\n# .+\n/)
    // Nothing is left of the markup, nor of what a style sheet hides.
    const prose = text.replaceAll(/```[\s\S]*?```|`[^`]*`/g, 'code')
    expect(prose).not.toMatch(/<\/?(div|span|p|a|svg)\b|\]\(\)|(?<!\\)\[\]\(/)
    const own = new Set(attributes(html, 'a', 'href').map((href) => new URL(href, absolute(file.replace('index.html', ''))).href))
    const links = [...prose.matchAll(/\]\((https?:[^) ]*)/g)].map(([, href = '']) => new URL(href).href)
    const demos = (href: string) => href.includes('#demo-')
    expect(links.filter((href) => !own.has(href) && !demos(href))).toEqual([])
  })
})

test('llms.txt leads to the Markdown of every page but the front ones', () => {
  const named = [...read('llms.txt').matchAll(/\]\(([^)]*)\)/g)].map(([, address = '']) => fileAt(address))
  const written = pages.map(({ file }) => file.replace('index.html', 'index.md'))
  const home = LOCALES.map((locale) => `${locale}/index.md`)
  expect(named.toSorted()).toEqual(written.filter((file) => !home.includes(file)).toSorted())
})

describe.each(LOCALES.flatMap((locale) => [null, ...TAGS].map((tag) => ({ locale, tag }))))(
  'the feeds in $locale about $tag',
  ({ locale, tag }) => {
    const folder = pagePath(locale, tag === null ? undefined : `tags/${tag}`).slice(1)
    const home = absolute(folder)

    test('tell the same articles, each at its address', () => {
      const rss = parseRssFeed(read(`${folder}feed.xml`))
      const atom = parseAtomFeed(read(`${folder}atom.xml`))
      const json = parseJsonFeed(read(`${folder}feed.json`))
      const links = [
        rss.items?.map(({ link }) => link),
        atom.entries?.map(({ links }) => links?.[0]?.href),
        json.items?.map(({ url }) => url),
      ]
      expect(links[0]?.length).toBeGreaterThan(1)
      for (const address of links[0] ?? []) expect(existsSync(join(OUT, fileAt(address ?? '')))).toBe(true)
      expect(links[1]).toEqual(links[0])
      expect(links[2]).toEqual(links[0])
      expect([rss.link, atom.id, json.home_page_url]).toEqual([home, home, home])
      expect(rss.language).toBe(locale)
      const told = [
        rss.items?.map(({ title }) => title),
        atom.entries?.map(({ title }) => title),
        json.items?.map(({ title }) => title),
      ].flat()
      expect(told.filter((title) => !title || /undefined|null|&/.test(String(title)))).toEqual([])
    })
  },
)

test.each(pages)('$file names a feed in its language', ({ file, html }) => {
  const [link = ''] = html.match(/<link rel="alternate" type="application\/atom\+xml"[^>]*>/) ?? []
  const feed = fileAt(attributes(link, 'link', 'href')[0] ?? '')
  expect(existsSync(join(OUT, feed))).toBe(true)
  expect(feed.split('/')[0]).toBe(file.split('/')[0])
})
