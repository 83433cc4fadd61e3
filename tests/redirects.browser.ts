// Old addresses, short links, and addresses that nobody ever had: where they lead. The first on a copy of the site in which things have moved.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe } from 'vitest'
import { LOCALES } from '@/lib/locale'
import { words } from '@/lib/words/words'
import { siteAddress } from '../scripts/address.mjs'
import { withPolicy } from '../scripts/csp.mjs'
import { writeMoved } from '../scripts/redirects/moved'
import { serve } from '../scripts/serve.mjs'
import { test as atHome, expect, OUT } from './browser'

const MOVED = { 'waiting/': 'wait/', 'wait/#price': 'wait/#cost', 'old/price/': 'wait/#cost' }
const title = () => 'WAIT'

const copy = mkdtempSync(join(tmpdir(), 'moved-'))
afterAll(() => rmSync(copy, { recursive: true }))

const test = atHome.extend<{ address: string }>({
  address: [
    // biome-ignore lint/correctness/noEmptyPattern: Vitest reads a fixture's needs from this pattern
    async ({}, use) => {
      cpSync(OUT, copy, { recursive: true })
      writeMoved(copy, MOVED, title)
      for (const locale of LOCALES)
        for (const page of ['waiting/', 'old/price/']) {
          const file = join(copy, locale, page, 'index.html')
          writeFileSync(file, withPolicy(readFileSync(file, 'utf8')))
        }
      const site = await serve(copy, siteAddress())
      await use(site.address)
      await site.close()
    },
    { scope: 'file' },
  ],
})

describe('a page that has moved', () => {
  test.for([
    ['en/waiting/?seed=8&x=%3Cb%3E#cost', 'en/wait/?seed=8&x=%3Cb%3E#cost'],
    ['zh-CN/waiting/', 'zh-CN/wait/'],
    ['zh-CN/old/price/', 'zh-CN/wait/#cost'],
    ['en/old/price/#versions', 'en/wait/#versions'],
  ])('%s leads to %s', async ([from = '', to = ''], { open, address }) => {
    const page = await open(from)
    await page.waitForURL(new URL(to, address).href)
    // The old address is not one to come back to.
    expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2)
  })

  test.for(LOCALES)('leads on without scripts too, in %s', async (locale, { open, address }) => {
    const page = await open(`${locale}/old/price/`, { javaScript: false })
    await page.waitForURL(new URL(`${locale}/wait/#cost`, address).href)
  })

  test.for(LOCALES)(
    'says so to whoever stays, and names the new address as its own, in %s',
    async (locale, { open, address }) => {
      const stay = (html: string) => html.replace(/<noscript>.*?<\/noscript>/, '')
      const page = await open(`${locale}/waiting/`, {
        javaScript: false,
        before: (opened) =>
          opened.route('**/waiting/', async (route) => {
            const response = await route.fetch()
            await route.fulfill({ response, body: stay(await response.text()) })
          }),
      })
      const { moved } = words(locale).site
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(moved.title)
      expect(await page.locator('link[rel=canonical]').getAttribute('href')).toMatch(new RegExp(`/${locale}/wait/$`))
      await page.getByRole('link', { name: moved.link }).click()
      await page.waitForURL(new URL(`${locale}/wait/`, address).href)
    },
  )
})

test.for(LOCALES)('a heading that has got another id answers to its former one, in %s', async (locale, { open }) => {
  const page = await open(`${locale}/wait/#price`)
  const heading = page.locator('#cost')
  await expect.poll(() => heading.evaluate((element) => Math.abs(element.getBoundingClientRect().top))).toBeLessThan(200)
  const { text, id } = await heading.evaluate((element) => ({ text: element.textContent, id: element.id }))
  expect(text).not.toBe('')
  expect(id).toBe('cost')
})

test.for([
  [{ 'waiting/': 'nowhere/' }, 'expected something at en/nowhere/'],
  [{ 'wait/#price': 'wait/#nothing' }, 'expected something at en/wait/#nothing'],
  [{ 'locks/': 'wait/' }, '"locks/": expected an address that no page has any more'],
] as const)('%j is refused', ([moved, sentence]) => {
  expect(() => writeMoved(OUT, moved, title)).toThrow(sentence)
})

describe('a short link', () => {
  test.for([
    ['l/wait/', 'en', 'en/wait/'],
    ['l/wait/?seed=8#cost', 'zh-TW', 'zh-CN/wait/?seed=8#cost'],
    ['l/demo-split-brain/', 'zh-CN', 'zh-CN/split-brain/#demo-split-brain'],
    ['l/demo-split-brain/?at=1', 'fr', 'en/split-brain/?at=1#demo-split-brain'],
  ])('%s leads a reader of %s to %s', async ([from = '', language = '', to = ''], { open, address }) => {
    const page = await open(from, { language })
    await page.waitForURL(new URL(to, address).href)
  })

  test('offers both languages without scripts', async ({ open, address }) => {
    const page = await open('l/demo-split-brain/', { javaScript: false })
    expect(await page.getByRole('heading').allTextContents()).toEqual(['Split brain', '脑裂'])
    await page.getByRole('link', { name: words('zh-CN').site.readHere }).click()
    await page.waitForURL(new URL('zh-CN/split-brain/#demo-split-brain', address).href)
  })
})

describe('a missing page', () => {
  test.for([
    ['en/split-brian/?seed=8#salvage', 'en', 'en/split-brain/?seed=8#salvage'],
    ['zh-CN/waitt/', 'zh-CN', 'zh-CN/wait/'],
    ['zh/redlock/', 'zh-CN', 'zh-CN/redlock/'],
    ['EN/wait/', 'en', 'en/wait/'],
  ] as const)('%s suggests, in %s, %s', async ([path, locale, to], { open, address }) => {
    const page = await open(path, { status: 404 })
    const { notFound } = words(locale).site
    await page.getByText(notFound.nearest).waitFor()
    for (const other of LOCALES.filter((each) => each !== locale))
      expect(await page.getByText(words(other).site.notFound.title).isVisible()).toBe(false)
    const first = page.locator(`section[lang="${locale}"] [data-nearest] a`).first()
    expect(await first.evaluate((link: HTMLAnchorElement) => link.href)).toBe(new URL(to, address).href)
    await first.click()
    await page.waitForURL(new URL(to, address).href)
  })

  test('in no language suggests in both', async ({ open }) => {
    const page = await open('redlok', { status: 404 })
    for (const locale of LOCALES) await page.getByText(words(locale).site.notFound.nearest).waitFor()
  })

  test.for(['en/no-such-page/', 'zh-CN/%3Cscript%3E/', '%E4%B8%AD/'])(
    'like none suggests none, and lists all: %s',
    async (path, { open }) => {
      const page = await open(path, { status: 404 })
      const locale = path.startsWith('zh') ? 'zh-CN' : 'en'
      const section = page.locator(`section[lang="${locale}"]`)
      await section.getByText(words(locale).site.notFound.allPages).click()
      expect(await section.locator('[data-nearest]').isVisible()).toBe(false)
      expect(await section.getByRole('link').count()).toBeGreaterThan(30)
    },
  )

  test('takes nothing of its address for markup', async ({ open }) => {
    const odd = '<img src=x onerror=alert(1)>"\'&javascript:'
    const page = await open(`en/wait${encodeURIComponent('"><')}/?${encodeURIComponent(odd)}#${odd}`, { status: 404 })
    await page.getByText(words('en').site.notFound.nearest).waitFor()
    expect(await page.locator('img, [onerror]').count()).toBe(0)
  })

  test('lists all pages without scripts', async ({ open, address }) => {
    const page = await open('zh-CN/nowhere/', { status: 404, javaScript: false })
    const section = page.locator('section[lang="zh-CN"]')
    await section.getByText(words('zh-CN').site.notFound.allPages).click()
    await section.getByRole('link', { name: words('zh-CN').glossary.title }).click()
    await page.waitForURL(new URL('zh-CN/glossary/', address).href)
  })
})
