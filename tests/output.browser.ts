// What holds for every file of the built site. Needs the build, no browser.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LOCALES, type Locale } from '@/lib/locale'
import { absolute, site } from '@/lib/site'
import { words } from '@/lib/words/words'
import { marksInUse } from '../scripts/fonts.mjs'
import { isInRanges } from '../scripts/unicode-ranges'
import { OUT } from './browser'
import { attributes, isEmbed, isMissingPage, leadsOn, type OutputPage, outputPages, readersPages } from './output'

const pages = outputPages()
const articles = readersPages().filter(({ file }) => /^[^/]+\/[^/]+\/index\.html$/.test(file))
const byPath = new Map(pages.map((page) => [page.path, page]))

/** `name="…"` of a <meta> or the href of a <link rel>, whatever the order of attributes. */
function headValue(html: string, tag: RegExp, attribute: string): string | undefined {
  const found = html.match(tag)?.[0]
  return found && attributes(found, '\\w+', attribute)[0]
}

function alternates(html: string): Map<string, string> {
  const links = html.match(/<link rel="alternate" hrefLang[^>]*>/g) ?? []
  return new Map(links.map((link) => [attributes(link, 'link', 'hrefLang')[0] ?? '', attributes(link, 'link', 'href')[0] ?? '']))
}

test('nothing is left of what Next would run, nor of the name that it gives a build', () => {
  const files = readdirSync(OUT, { recursive: true, encoding: 'utf8' })
  const ours = /^((islands|embed)\/|(robots|llms)\.txt$)/
  expect(files.filter((file) => /\.(js|txt)$/.test(file) && !ours.test(file))).toEqual([])
  const { sources } = JSON.parse(readFileSync(join(OUT, '.sources'), 'utf8'))
  expect(files.filter((file) => file.includes(sources.slice(0, 20)))).toEqual([])
  expect(pages.filter(({ html }) => html.includes(sources.slice(0, 20)))).toEqual([])
})

test('there are pages in every language', () => {
  for (const locale of LOCALES) expect(byPath.has(`${site.basePath}/${locale}/`)).toBe(true)
  expect(articles.length).toBeGreaterThanOrEqual(4 * LOCALES.length)
})

describe.each(pages)('$file', (page) => {
  const { html } = page
  test('has its encoding, then a strict policy before anything else in its head', () => {
    // Browsers look for it in so many bytes.
    expect(html.slice(0, 1024).match(/<meta charSet="utf-8"\/>/g)).toHaveLength(1)
    const policy =
      /<head[^>]*><meta charSet="utf-8"\/><meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toContain('unsafe')
    expect(policy).not.toMatch(/https?:|\*/)
  })

  // An embed runs another script: tests/embeds.browser.ts.
  if (!isEmbed(page))
    test('runs the one script of every page, and at most what must be done before the first paint', () => {
      const scripts = [...html.matchAll(/<script\b([^>]*)>/g)].map(([, attributes = '']) => attributes.trim())
      const run = scripts.filter((attributes) => !/^type="application\/(ld\+)?json"/.test(attributes))
      // The guide to the settings keeps the address of its page in step.
      const guide = new RegExp(`^type="module" src="${site.basePath}/islands/guide-\\w+\\.js"$`)
      const guided = !leadsOn(page) && /<link rel="canonical" href="[^"]*\/settings\/"/.test(html)
      expect(run.filter((attributes) => guide.test(attributes))).toHaveLength(guided ? 1 : 0)
      const island = (name: string) =>
        expect.stringMatching(new RegExp(`^type="module" src="${site.basePath}/islands/${name}-\\w+\\.js"$`))
      // Who only passes through fetches nothing.
      const ofThePage = leadsOn(page) ? [] : isMissingPage(page) ? ['page', 'missing'] : ['page']
      expect(run.filter((attributes) => attributes !== 'data-own=""' && !guide.test(attributes))).toEqual(ofThePage.map(island))
      expect(run.length).toBeLessThanOrEqual(4)
      expect(html).not.toMatch(/__next_f|as="script"|<!--/)
    })

  test('has no inline style and no inline handler', () => {
    expect(html).not.toMatch(/<[^>]+\sstyle="/)
    expect(html).not.toMatch(/<[^>]+\son[a-z]+="/)
    expect(html).not.toContain('<style')
  })

  test('asks for nothing from another origin', () => {
    const asked = ['script', 'img', 'iframe', 'source'].flatMap((tag) => attributes(html, tag, 'src'))
    const linked = (html.match(/<link rel="(?:stylesheet|preload|icon|manifest)"[^>]*>/g) ?? []).flatMap((link) =>
      attributes(link, 'link', 'href'),
    )
    for (const address of [...asked, ...linked]) expect(address.startsWith(`${site.basePath}/`), address).toBe(true)
  })

  test('has one h1', () => {
    expect(html.match(/<h1\b/g)).toHaveLength(1)
  })
})

describe.each(readersPages())('$file', ({ path, html }) => {
  test('names itself', () => {
    expect(html.match(/<title>([^<]+)<\/title>/)?.[1]?.length).toBeGreaterThan(10)
    expect(headValue(html, /<meta name="description"[^>]*>/, 'content')?.length).toBeGreaterThan(20)
  })

  test('is canonical, or stands in for the page that is', () => {
    const canonical = headValue(html, /<link rel="canonical"[^>]*>/, 'href') ?? ''
    const frontDoor = path === `${site.basePath}/`
    expect(canonical).toBe(absolute(frontDoor ? `${LOCALES[0]}/` : path.slice(site.basePath.length)))
  })

  test('has each alternate, which names the same alternates', () => {
    const own = alternates(html)
    expect([...own.keys()].sort()).toEqual([...LOCALES, 'x-default'].sort())
    for (const address of own.values()) {
      const other = byPath.get(new URL(address).pathname)
      expect(other, address).toBeDefined()
      expect(alternates(other?.html ?? '')).toEqual(own)
    }
  })

  test('has links that lead somewhere', () => {
    for (const href of attributes(html, 'a', 'href')) {
      const url = new URL(href, `${new URL(site.address).origin}${path}`)
      if (url.origin !== new URL(site.address).origin) {
        expect(url.protocol, href).toMatch(/^https?:$/)
        continue
      }
      const target = byPath.get(url.pathname)
      // To a page, or to a file that a program reads.
      if (/\.(xml|json)$/.test(url.pathname)) {
        expect(existsSync(join(OUT, url.pathname.slice(site.basePath.length))), href).toBe(true)
        continue
      }
      expect(target, href).toBeDefined()
      if (url.hash) expect(idsOf(target), href).toContain(decodeURIComponent(url.hash.slice(1)))
    }
  })

  test('uses no id twice', () => {
    const ids = attributes(html, '[a-z][a-z0-9]*', 'id')
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })
})

test.each(readersPages())('$file names its language to those who preview it, and its copy buttons apart', ({ file, html }) => {
  const preview = headValue(html, /<meta property="og:locale"[^>]*>/, 'content')
  expect(preview).toBe(file.startsWith('zh-CN/') ? 'zh_CN' : 'en_US')
  const buttons = [...html.matchAll(/<button[^>]* data-copy="[^>]*>(.*?)<\/button>/g)].map(([, label = '']) => label)
  expect(new Set(buttons).size).toBe(buttons.length)
})

test.each(readersPages())('$file has a picture for those who preview it', ({ html }) => {
  const address = headValue(html, /<meta property="og:image"[^>]*>/, 'content')
  expect(address).toMatch(/^https?:\/\//)
  expect(existsSync(join(OUT, address?.slice(site.address.length) ?? '.none'))).toBe(true)
})

const written = articles.filter(({ file }) => existsSync(join('content', file.replace('/index.html', '.mdx'))))

test('every article is among the pages', () => {
  expect(written).toHaveLength(LOCALES.flatMap((locale) => readdirSync(join('content', locale))).length)
})

/** What a page tells those who read no prose, by type. */
function thingsOf(html: string): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const [, json = '{"@graph":[]}'] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? []
  const { '@graph': things }: { '@graph': { '@type': string }[] } = JSON.parse(json)
  return Object.fromEntries(things.map((thing) => [thing['@type'], thing]))
}

test.each(readersPages().filter(({ file }) => file.includes('/')))(
  '$file tells machines what it is and where it stands',
  (page) => {
    const { BreadcrumbList, WebSite, ...others } = thingsOf(page.html)
    const url = `${site.address}${page.file.replace('index.html', '')}`
    const inLanguage = LOCALES.find((locale) => page.file.startsWith(`${locale}/`))
    for (const thing of Object.values({ ...others, ...(WebSite && { WebSite }) }))
      expect(thing).toMatchObject({ inLanguage, url })
    const isHome = LOCALES.some((locale) => page.file === `${locale}/index.html`)
    expect([WebSite, BreadcrumbList].map((thing) => thing !== undefined)).toEqual([isHome, !isHome])
    const crumbs = (BreadcrumbList?.itemListElement ?? []) as readonly { readonly item?: string }[]
    for (const { item } of crumbs.slice(0, -1)) {
      const { pathname, hash } = new URL(item ?? '')
      const target = byPath.get(pathname)
      expect(target, item).toBeDefined()
      if (hash) expect(idsOf(target), item).toContain(hash.slice(1))
    }
  },
)

test.each(written)('$file tells search engines that it is an article', ({ file, html }) => {
  const { TechArticle, FAQPage } = thingsOf(html)
  expect([TechArticle, FAQPage].filter(Boolean)).toHaveLength(1)
  expect(FAQPage !== undefined).toBe(file.endsWith('/faq/index.html'))
})

test.each(LOCALES)('the questions in %s stand in their page with their whole answers', (locale) => {
  const { html = '' } = byPath.get(`${site.basePath}/${locale}/faq/`) ?? {}
  const questions = (thingsOf(html).FAQPage?.mainEntity ?? []) as readonly {
    readonly name: string
    readonly url: string
    readonly acceptedAnswer: { readonly text: string }
  }[]
  expect(questions.map(({ url }) => new URL(url).hash.slice(1))).toEqual(attributes(html, 'h3', 'id'))
  for (const { name, acceptedAnswer } of questions) {
    expect(name.length).toBeGreaterThan(6)
    expect(acceptedAnswer.text, name).toMatch(/.{20}[.。)）”]$/)
    expect(acceptedAnswer.text, name).not.toMatch(/[[\]<>]|undefined|null/)
  }
})

test.each(LOCALES)('every term in %s is told with its address', (locale) => {
  const { html = '' } = byPath.get(`${site.basePath}/${locale}/glossary/`) ?? {}
  const terms = thingsOf(html).DefinedTermSet?.hasDefinedTerm as readonly { readonly url: string }[]
  expect(terms.map(({ url }) => new URL(url).hash.slice(1))).toEqual(attributes(html, 'dt', 'id'))
})

test('the site map names each page with its other languages', () => {
  const map = readFileSync(join(OUT, 'sitemap.xml'), 'utf8')
  const entries = map.match(/<url>[\s\S]*?<\/url>/g) ?? []
  expect(entries.length).toBe(readersPages().length - 1)
  for (const entry of entries) for (const locale of LOCALES) expect(entry).toContain(`hreflang="${locale}"`)
})

test('an article has the same address and the same heading ids in every language', () => {
  const [first, ...others] = LOCALES.map(
    (locale) =>
      new Map(
        articles
          .filter(({ file }) => file.startsWith(`${locale}/`))
          .map(({ file, html }) => [file.slice(locale.length), ['h2', 'h3'].flatMap((tag) => attributes(html, tag, 'id'))]),
      ),
  )
  for (const other of others) expect(other).toEqual(first)
})

test('titles are unique within the readers’ pages of a language', () => {
  for (const locale of LOCALES) {
    const titles = readersPages()
      .filter(({ file }) => file.startsWith(`${locale}/`))
      .map(({ html }) => html.match(/<title>([^<]+)<\/title>/)?.[1])
    expect(new Set(titles).size).toBe(titles.length)
  }
})

/** The sentences of a part of a catalogue that are long enough to be known by. */
function sentencesIn(part: unknown): string[] {
  if (typeof part === 'string') return /\p{Script=Han}{6}|.{18}/u.test(part) ? [part] : []
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(sentencesIn) : []
}

/** The scripts that a page asks for by itself. */
function scriptsOf({ html }: OutputPage): string {
  const names = new Set(html.match(/islands\/[\w.-]+\.js/g) ?? [])
  return [...names].map((name) => readFileSync(join(OUT, name), 'utf8')).join('\n')
}

describe.each(readersPages().filter(({ file }) => file.includes('/')))('the scripts of $file', (page) => {
  const scripts = scriptsOf(page)
  const own = LOCALES.find((locale) => page.file.startsWith(`${locale}/`)) as Locale
  const held = (part: unknown) => sentencesIn(part).filter((sentence) => scripts.includes(sentence))

  test('hold the words of no other language', () => {
    for (const other of LOCALES.filter((locale) => locale !== own)) expect(held(words(other))).toEqual([])
  })

  test('hold no words of demos', () => {
    expect(scripts).not.toBe('')
    expect(held(words(own).demo)).toEqual([])
  })
})

test.each(LOCALES)('the words of demos in %s come with a demo in that language, and with nothing else', (locale) => {
  const sentences = sentencesIn(words(locale).demo)
  expect(sentences.length).toBeGreaterThan(10)
  const folder = join(OUT, 'islands')
  const files = readdirSync(folder).filter((file) => file.endsWith('.js'))
  const holding = files.filter((file) => {
    const script = readFileSync(join(folder, file), 'utf8')
    return sentences.some((sentence) => script.includes(sentence))
  })
  expect(holding).toHaveLength(1)
  const fetching = files
    .filter((file) => /^(demo|page)-/.test(file))
    .filter((file) => holding.includes(file) || holding.some((part) => readFileSync(join(folder, file), 'utf8').includes(part)))
  expect(fetching).toEqual([expect.stringMatching(new RegExp(`^demo-${locale.toLowerCase()}-`))])
})

test.each(['inter', 'jetbrains-mono'])('the font cut from %s lacks no mark of a page', (typeface) => {
  const file = join(import.meta.dirname, '..', 'node_modules', '@fontsource-variable', typeface, 'unicode.json')
  const { latin } = JSON.parse(readFileSync(file, 'utf8'))
  const kept = new Set(marksInUse())
  const used = new Set(pages.flatMap(({ html }) => [...new Set(html)]).filter((mark) => mark >= ' '))
  expect(isInRanges('—', latin) && !isInRanges('写', latin)).toBe(true)
  expect([...used].filter((mark) => isInRanges(mark, latin) && !kept.has(mark))).toEqual([])
})

function idsOf(page: OutputPage | undefined): string[] {
  return page ? attributes(page.html, '[a-z][a-z0-9]*', 'id') : []
}
