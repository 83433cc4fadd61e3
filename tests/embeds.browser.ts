// Demos in the frames of other sites, which allow them scripts and nothing else.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { Browser, Frame, Page } from 'playwright-core'
import { describe } from 'vitest'
import { FOLLOW_HEIGHT } from '@/lib/share/wiki'
import { absolute } from '@/lib/site'
import { words } from '@/lib/words/words'
import { siteAddress } from '../scripts/address.mjs'
import { BROWSER, whyMissing } from '../scripts/test/programs.mjs'
import { expectAxeFindsNothing } from './axe'
import { test as base, expect, OUT } from './browser'
import { attributes, isEmbed, outputPages } from './output'

const embeds = outputPages().filter(isEmbed)

interface Wiki {
  readonly page: Page
  readonly frame: Frame
}

/** `test` with a page of another origin that frames an embed, by its path and query. Whatever goes wrong in either fails the test. */
const test = base.extend<{ wiki: (path: string, options?: Parameters<Browser['newContext']>[0]) => Promise<Wiki> }>({
  wiki: async ({ browser, address, skip }, use) => {
    if (!browser) return skip(whyMissing(BROWSER) ?? '')
    const faults: string[] = []
    const closing: (() => Promise<unknown> | unknown)[] = []
    await use(async (path, options) => {
      const html = `<!doctype html><html lang="en"><title>A page of a wiki</title><h1>Wiki</h1><iframe title="demo" width="100%" height="100" sandbox="allow-scripts" src="${address}${path}"></iframe><script>${FOLLOW_HEIGHT}</script></html>`
      const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(html)).listen(
        0,
        '127.0.0.1',
      )
      const context = await browser.newContext(options)
      closing.push(
        () => context.close(),
        () => server.close(),
      )
      context.setDefaultTimeout(120_000)
      const page = await context.newPage()
      const own = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
      page.on('pageerror', ({ message }) => faults.push(message))
      page.on('request', (request) => {
        const { origin } = new URL(request.url())
        if (![own, new URL(address).origin].includes(origin)) faults.push(request.url())
      })
      await page.goto(own, { waitUntil: 'load' })
      const frame = page.frames()[1]
      if (frame === undefined) throw new Error('nothing is framed')
      return { page, frame }
    })
    for (const close of closing) await close()
    expect(faults, 'errors, violations of the policy, or requests to another origin').toEqual([])
  },
})

const alive = (frame: Frame) => frame.locator('figure[data-alive]')
const cursor = async (frame: Frame) => Number(await frame.locator('[data-part="scrubber"]').first().getAttribute('aria-valuenow'))

const weighed = new Map<string, number>()

/** Bytes in brotli of a file by its path on the host; many embeds have the same script. */
function bytesOf(path: string): number {
  const inside = path.slice(siteAddress().basePath.length)
  const bytes =
    weighed.get(path) ?? brotliCompressSync(readFileSync(join(OUT, inside.endsWith('/') ? `${inside}index.html` : inside))).length
  weighed.set(path, bytes)
  return bytes
}

const scriptOf = (html: string) => attributes(html, 'script', 'src')[0] ?? ''
const styleOf = (html: string) => attributes(html.match(/<link rel="stylesheet"[^>]*>/)?.[0] ?? '', 'link', 'href')[0] ?? ''

/** By what its script has in it; the clients of Redisson are what weighs most. */
const MOST = [
  { script: /redisson/, bytes: 87_500 },
  { script: /-lock-/, bytes: 83_500 },
  { script: /./, bytes: 81_000 },
]

describe('an embed', () => {
  test.for(embeds)('$file weighs no more than it may', ({ path, html }) => {
    const sum = [path, scriptOf(html), styleOf(html)].reduce((bytes, file) => bytes + bytesOf(file), 0)
    const most = MOST.find(({ script }) => script.test(scriptOf(html)))?.bytes ?? 0
    expect(sum).toBeLessThanOrEqual(most)
    expect(sum).toBeGreaterThan(most * 0.9)
  })

  test.for([...new Map(embeds.map((page) => [scriptOf(page.html), page])).values()])(
    '$file comes to life in a frame that is allowed scripts alone, and says what it was built to say',
    async ({ path, html }, { wiki }) => {
      const { frame } = await wiki(path.slice(siteAddress().basePath.length + 1))
      await alive(frame).waitFor()
      const said = await frame.locator('[data-part="verdict"]').allInnerTexts()
      const built = /<meta name="description" content="([^"]*)"/.exec(html)?.[1] ?? ''
      for (const verdict of said) expect(built).toContain(verdict.replace(/^[✕●▲]\s*/, '').trim())
      expect(await frame.locator('[data-part="loading"]').count()).toBe(0)
    },
  )

  test('asks for its page, its script and its style sheet, and for nothing else', async ({ wiki }) => {
    const asked: string[] = []
    const { page, frame } = await wiki('embed/split-brain/')
    page.on('request', (request) => asked.push(request.resourceType()))
    await page.reload()
    await alive(page.frames()[1] ?? frame).waitFor()
    await page.waitForLoadState('networkidle')
    expect(asked.toSorted()).toEqual(['document', 'document', 'script', 'stylesheet'])
  })

  test('tells its height, and tells it again when it changes', async ({ wiki }) => {
    const { page, frame } = await wiki('embed/split-brain/', { viewport: { width: 1280, height: 800 } })
    await alive(frame).waitFor()
    const heights = async () => [
      Number(await page.locator('iframe').getAttribute('height')),
      await frame.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height)),
    ]
    await expect.poll(async () => new Set(await heights()).size).toBe(1)
    const [wide = 0] = await heights()
    expect(wide).toBeGreaterThan(500)
    await page.setViewportSize({ width: 390, height: 800 })
    await expect.poll(async () => (await heights())[0]).not.toBe(wide)
    await expect.poll(async () => new Set(await heights()).size).toBe(1)
    expect(await frame.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  })

  test('is played by keyboard, and opens its lists', async ({ wiki }) => {
    const { page, frame } = await wiki('embed/split-brain/')
    await alive(frame).waitFor()
    const { player, panels } = words('en').demo
    await frame.locator('[data-part="scrubber"]').first().focus()
    await page.keyboard.press('Home')
    expect(await cursor(frame)).toBe(0)
    await frame.getByRole('button', { name: player.play }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => cursor(frame)).toBeGreaterThan(0)
    await page.keyboard.press('Enter')
    await frame.getByRole('tab', { name: panels.tabs.figure, exact: true }).focus()
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight')
    const log = frame.locator('[data-panel="log"]')
    await expect.poll(() => log.innerText()).toContain('+switch-master')
  })

  test('takes theme and language from its address', async ({ wiki }) => {
    const { frame } = await wiki('embed/split-brain/?theme=dark&lang=zh-CN', { colorScheme: 'light' })
    await alive(frame).waitFor()
    expect(frame.url()).toContain('/embed/zh-CN/split-brain/?theme=dark')
    expect(await frame.locator('html').getAttribute('lang')).toBe('zh-CN')
    expect(await frame.locator('body').evaluate((body) => getComputedStyle(body).colorScheme)).toBe('dark')
    expect(await frame.locator('[data-part="unknown"]').isHidden()).toBe(true)
  })

  test('says what means nothing in its address', async ({ wiki }) => {
    const { frame } = await wiki('embed/zh-CN/split-brain/?theme=<b>blue</b>&lang=fr')
    await alive(frame).waitFor()
    const { unknown } = words('zh-CN').embed
    const said = `${unknown.theme.replace('{value}', '<b>blue</b>')} ${unknown.lang(['en', 'zh-CN']).replace('{value}', 'fr')}`
    expect(await frame.locator('[data-part="unknown"]').innerText()).toBe(said)
  })

  test('leads back to a language from any other', async ({ wiki }) => {
    const { frame } = await wiki('embed/zh-CN/split-brain/?lang=en&seed=9')
    await alive(frame).waitFor()
    expect(frame.url()).toMatch(/\/embed\/split-brain\/\?seed=9$/)
  })

  test.for(['embed/split-brain/', 'embed/zh-CN/split-brain/'])(
    '%s tells the run where no script runs',
    async (path, { open }) => {
      const page = await open(path, { javaScript: false })
      const lines = await page.locator('[data-part="still"] li').allInnerTexts()
      expect(lines.length).toBeGreaterThan(3)
      for (const part of ['loading', 'unknown']) expect(await page.locator(`[data-part="${part}"]`).isVisible()).toBe(false)
      expect(await page.locator('main a').getAttribute('href')).toMatch(/\/split-brain\/(#|$)/)
    },
  )

  test('tells the run where its script does not come', async ({ open }) => {
    const page = await open('embed/split-brain/', {
      before: (opened) => opened.route('**/islands/embeds/*.js', (route) => route.abort()),
      logs: /ERR_FAILED/,
    })
    await page.locator('[data-part="still"] li').first().waitFor()
    expect(await page.locator('[data-part="loading"]').isVisible()).toBe(false)
  })

  test.for(['embed/split-brain-gated/', 'embed/zh-CN/lock-split-brain/'])(
    '%s has nothing that Axe finds',
    async (path, { open }) => {
      const page = await open(path, { width: 390 })
      await page.locator('figure[data-alive]').waitFor()
      await expectAxeFindsNothing(page)
    },
  )

  test.for(embeds)('$file has beside it a picture that stands alone, its storyboard, and how to frame it', ({ file, html }) => {
    const beside = (name: string) => readFileSync(join(OUT, file.replace('index.html', name)), 'utf8')
    const address = attributes(html.match(/<link rel="canonical"[^>]*>/)?.[0] ?? '', 'link', 'href')[0] ?? ''
    const [title = ''] = /(?<=<h1[^>]*>)[^<]*/.exec(html) ?? []
    const svg = beside('frame.svg')
    expect(svg).toContain('@media(prefers-color-scheme:dark)')
    expect(svg).not.toMatch(/var\(|color-mix|light-dark|undefined|NaN|:is\(|<image|href=|url\(/)
    expect(svg).toContain(address)
    // As XML asks for.
    for (const [tag] of svg.matchAll(/<[a-z][^>]*>/g)) expect(tag).toMatch(/^<\w+( [\w:-]+="[^"<]*")*\/?>$/)
    const story = beside('storyboard.txt')
    expect(story).toMatch(/\n1\. /)
    expect(story).toContain(address)
    const frame: Readonly<Record<string, unknown>> = JSON.parse(beside('oembed.json'))
    expect(frame).toMatchObject({ version: '1.0', type: 'rich', width: expect.any(Number), height: expect.any(Number) })
    expect(frame.html).toContain(`src="${absolute(file.replace('index.html', ''))}"`)
    for (const text of [svg, story, String(frame.title)]) expect(text).toContain(title.replaceAll('&amp;', '&').split('&')[0])
  })
})
