// What a first visit to a page of each kind weighs: all that a browser asks for, compressed as well as a host can.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { describe } from 'vitest'
import { siteAddress } from '../scripts/address.mjs'
import { expect, type Open, OUT, test } from './browser'
import { liveDemo } from './demos'

interface Asked {
  readonly file: string
  readonly kind: string
  readonly bytes: number
}

/** Opens a page and writes down what it asks for, then and later. */
async function visit(open: Open, path: string, status?: number): Promise<{ page: Page; asked: readonly Asked[] }> {
  const asked: Asked[] = []
  const page = await open(path, {
    status,
    before: async (opened) => {
      opened.on('request', (request) => asked.push(builtFile(request.url(), request.resourceType())))
    },
  })
  // Whether and when it is asked for is up to the browser.
  const icon = await page.locator('link[rel=icon]').getAttribute('href')
  await page.waitForLoadState('networkidle')
  if (!asked.some(({ file }) => file === 'icon.svg')) asked.push(builtFile(new URL(icon ?? '', page.url()).href, 'other'))
  return { page, asked }
}

function builtFile(url: string, kind: string): Asked {
  const path = decodeURI(new URL(url).pathname).slice(siteAddress().basePath.length)
  const wanted = join(OUT, path.endsWith('/') ? `${path}index.html` : path)
  const bytes = brotliCompressSync(readFileSync(existsSync(wanted) ? wanted : join(OUT, '404.html'))).length
  return { file: path.slice(1), kind, bytes }
}

function bytesOf(asked: readonly Asked[], kind?: string): number {
  return asked.filter((each) => kind === undefined || each.kind === kind).reduce((sum, { bytes }) => sum + bytes, 0)
}

/** `own`: a script that no other page asks for. */
const KINDS: readonly { kind: string; path: string; status: number; own?: RegExp }[] = [
  { kind: 'an article with demos', path: 'en/split-brain/', status: 200 },
  { kind: 'an article with demos in Chinese', path: 'zh-CN/split-brain/', status: 200 },
  { kind: 'the article with four commits', path: 'en/semi-sync/', status: 200 },
  { kind: 'the article with four commits in Chinese', path: 'zh-CN/semi-sync/', status: 200 },
  { kind: 'the article on locks in Chinese', path: 'zh-CN/locks/', status: 200 },
  { kind: 'the article on RedLock in Chinese', path: 'zh-CN/redlock/', status: 200 },
  { kind: 'the article with the matrix of failures in Chinese', path: 'zh-CN/waitaof/', status: 200 },
  { kind: 'home', path: 'en/', status: 200 },
  { kind: '“How we know”', path: 'en/how-we-know/', status: 200 },
  { kind: 'the guide to the settings', path: 'en/settings/', status: 200, own: /^islands\/guide-\w+\.js$/ },
  { kind: 'the questions', path: 'en/faq/', status: 200 },
  { kind: 'the questions in Chinese', path: 'zh-CN/faq/', status: 200 },
  { kind: 'the glossary', path: 'zh-CN/glossary/', status: 200 },
  { kind: 'the symptoms', path: 'en/symptoms/', status: 200 },
  { kind: 'a missing page', path: 'nowhere/', status: 404, own: /^islands\/missing-\w+\.js$/ },
]

describe('a first visit', () => {
  test.for(KINDS)('to $kind asks for no more than it may', async ({ path, status, own }, { open }) => {
    const { asked } = await visit(open, path, status)
    expect(asked.length).toBeLessThanOrEqual(10)
    expect(bytesOf(asked)).toBeLessThanOrEqual(60_000)
    expect(bytesOf(asked, 'script')).toBeLessThanOrEqual(5_000)
    expect(bytesOf(asked, 'font')).toBeLessThanOrEqual(35_000)
    // All of it is counted.
    expect(new Set(asked.map(({ kind }) => kind))).toEqual(new Set(['document', 'script', 'stylesheet', 'font', 'other']))
    expect(asked.filter(({ kind }) => kind === 'script').map(({ file }) => file)).toEqual([
      expect.stringMatching(/^islands\/page-\w+\.js$/),
      ...(own ? [expect.stringMatching(own)] : []),
    ])
  })

  test.for(['en/split-brain/', 'zh-CN/split-brain/'])('to %s with its demo alive', async (path, { open }) => {
    const { page, asked } = await visit(open, path)
    await liveDemo(page)
    await page.waitForLoadState('networkidle')
    expect(asked.filter(({ kind }) => kind === 'script').length).toBeGreaterThan(1)
    expect(bytesOf(asked, 'script')).toBeLessThanOrEqual(70_000)
  })

  test.for(['en', 'zh-CN'])(
    'to a page in %s asks for what is searched when somebody searches, and for no more of it than it may',
    async (locale, { open }) => {
      const { page, asked } = await visit(open, `${locale}/faq/`)
      const before = asked.length
      await page.mouse.move(200, 200)
      await page.keyboard.press('Tab')
      await page.waitForLoadState('networkidle')
      expect(asked.slice(before)).toEqual([])
      await page.keyboard.press('/')
      await page.getByRole('option').first().waitFor()
      const fetched = asked.slice(before)
      expect(fetched.map(({ file }) => file)).toEqual([
        expect.stringMatching(/^islands\/search-\w+\.js$/),
        `${locale}/search.json`,
      ])
      expect(bytesOf(fetched, 'script')).toBeLessThanOrEqual(14_000)
      expect(bytesOf(fetched, 'fetch')).toBeLessThanOrEqual(76_000)
      await page.keyboard.type('WAIT')
      await page.waitForLoadState('networkidle')
      expect(asked.length).toBe(before + 2)
    },
  )

  test('to a page without a demo asks for no file of one, whatever its reader does', async ({ open }) => {
    const { page, asked } = await visit(open, 'en/how-we-know/')
    const before = asked.length
    await page.mouse.move(200, 200)
    await page.mouse.wheel(0, 3000)
    await page.keyboard.press('Tab')
    await page.waitForLoadState('networkidle')
    expect(asked.slice(before)).toEqual([])
  })
})
