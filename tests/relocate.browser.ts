// The built site, moved to a sub-path without being built again.
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { words } from '@/lib/words/words'
import { siteAddress } from '../scripts/address.mjs'
import { policyOf } from '../scripts/csp.mjs'
import { addressOf, relocate } from '../scripts/relocate/site'
import { serve } from '../scripts/serve.mjs'
import { test as atHome, expect, OUT } from './browser'
import { liveDemo } from './demos'
import { attributes } from './output'

const BASE = '/wiki/redis'
const SUB_PATH = { href: `https://intranet.example:8443${BASE}/`, basePath: BASE }

const folder = mkdtempSync(join(tmpdir(), 'relocated-'))
afterAll(() => rmSync(folder, { recursive: true }))
beforeAll(() => {
  cpSync(OUT, folder, { recursive: true })
  relocate(folder, siteAddress(), SUB_PATH)
})

const test = atHome.extend<{ address: string }>({
  address: [
    // biome-ignore lint/correctness/noEmptyPattern: Vitest reads a fixture's needs from this pattern
    async ({}, use) => {
      // All that is asked for outside of the sub-path is not there, which a page may not do.
      const site = await serve(folder, { basePath: BASE })
      await use(site.address)
      await site.close()
    },
    { scope: 'file' },
  ],
})

const files = () => readdirSync(folder, { recursive: true, encoding: 'utf8' })
const pages = () => files().filter((file) => file.endsWith('.html'))
const textOf = (file: string) => readFileSync(join(folder, file), 'utf8')

test('knows its new address, and nothing in it the old one', () => {
  expect(addressOf(folder)).toEqual(SUB_PATH)
  const before = siteAddress().href.replace(/\/$/, '')
  const texts = files().filter((file) => /\.(html|css|js|json|xml|txt|md|svg|webmanifest)$/.test(file))
  expect(texts.length).toBeGreaterThan(100)
  expect(texts.filter((file) => textOf(file).includes(before))).toEqual([])
})

test('has no link, script, picture or style that leads out of the sub-path, and none that leads nowhere', () => {
  const wrong = pages().flatMap((file) => {
    const html = textOf(file)
    const asked = ['a', 'link', 'script', 'img'].flatMap((tag) => [
      ...attributes(html, tag, 'href'),
      ...attributes(html, tag, 'src'),
    ])
    return asked
      .map((address) => new URL(address, new URL(file.replace(/index\.html$/, ''), SUB_PATH.href)))
      .filter(({ origin }) => origin === new URL(SUB_PATH.href).origin)
      .filter(({ pathname }) => {
        const inside = pathname.startsWith(`${BASE}/`) ? pathname.slice(BASE.length) : null
        return inside === null || !existsSync(join(folder, inside.endsWith('/') ? `${inside}index.html` : inside))
      })
      .map(({ pathname }) => `${file}: ${pathname}`)
  })
  expect(wrong).toEqual([])
})

test('has policies that are true', () => {
  expect(pages().filter((file) => !textOf(file).includes(`content="${policyOf(textOf(file))}"`))).toEqual([])
})

test('comes home byte by byte', () => {
  const home = `${folder}-home`
  cpSync(folder, home, { recursive: true })
  relocate(home, SUB_PATH, siteAddress())
  const differ = files().filter((file) => existsSync(join(OUT, file)) && /\.\w+$/.test(file))
  expect(differ.length).toBeGreaterThan(100)
  expect(differ.filter((file) => !readFileSync(join(home, file)).equals(readFileSync(join(OUT, file))))).toEqual([])
  rmSync(home, { recursive: true })
})

test.for(['en', 'zh-CN'] as const)(
  'lives under the sub-path: front door, links and a demo, in %s',
  async (locale, { open, address }) => {
    const page = await open('', { language: locale })
    await page.waitForURL(new URL(`${locale}/`, address).href)
    await page.locator('main a[href$="/split-brain/"]').first().click()
    await page.waitForURL(new URL(`${locale}/split-brain/`, address).href)
    await liveDemo(page)
    await page.waitForLoadState('networkidle')
  },
)

test('has short links and a missing page there', async ({ open, address }) => {
  const short = await open('l/demo-split-brain/')
  await short.waitForURL(new URL('en/split-brain/#demo-split-brain', address).href)
  const missing = await open('zh-CN/split-brian/', { status: 404 })
  await missing.getByText(words('zh-CN').site.notFound.nearest).waitFor()
  await missing.locator('section[lang="zh-CN"] [data-nearest] a').first().click()
  await missing.waitForURL(new URL('zh-CN/split-brain/', address).href)
})
