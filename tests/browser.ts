import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { test as base, expect } from 'vitest'
import { siteAddress } from '../scripts/address.mjs'
import { serve } from '../scripts/serve.mjs'
import { BROWSER, CHROMIUM_FLAGS, findChromium, whyMissing } from '../scripts/test/programs.mjs'

/** The built site. */
export const OUT = join(import.meta.dirname, '..', 'out')

/** A busy machine takes its time over each step; shorter than a test may take, so that its failure names the step. */
const STEP_MS = 120_000

const EMPTY_SCRIPT = { contentType: 'text/javascript', body: '' }

export interface OpenOptions {
  width?: number
  height?: number
  theme?: 'light' | 'dark'
  reducedMotion?: boolean
  /** The reader has a finger and no mouse. */
  touch?: boolean
  /** False reads the page as a reader without JavaScript. */
  javaScript?: boolean
  /** Script files that hold nothing: only what stands in the page itself is run. */
  scripts?: 'empty'
  /** The reader's own languages, first choice first. */
  language?: string
  /** Called before the page is asked for: to route requests, or to prepare storage. */
  before?: (page: Page) => Promise<unknown>
  /** A page that isn't there logs its own failure; this lets it. */
  status?: number
  /** What the page logs because a test makes it fail. */
  logs?: RegExp
}

/** Opens a page of the site by its path, e.g. `en/split-brain/`. Everything a page does wrong fails the test that opened it. */
export type Open = (path: string, options?: OpenOptions) => Promise<Page>

interface Fixtures {
  browser: Browser | null
  address: string
  open: Open
}

/** Vitest's `test` with `open`: without a Chromium on the machine the test is skipped. */
export const test = base.extend<Fixtures>({
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: Vitest reads a fixture's needs from this pattern
    async ({}, use) => {
      const executablePath = findChromium()
      const browser = executablePath ? await chromium.launch({ executablePath, args: CHROMIUM_FLAGS }) : null
      await use(browser)
      await browser?.close()
    },
    { scope: 'file' },
  ],
  address: [
    // biome-ignore lint/correctness/noEmptyPattern: likewise
    async ({}, use) => {
      if (!existsSync(join(OUT, 'index.html'))) throw new Error('out/ holds no site: run `npm run build` first')
      const site = await serve(OUT, siteAddress())
      await use(site.address)
      await site.close()
    },
    { scope: 'file' },
  ],
  open: async ({ browser, address, skip }, use) => {
    if (!browser) return skip(whyMissing(BROWSER) ?? '')
    const faults: string[] = []
    const contexts: { close(): Promise<void> }[] = []
    await use(async (path, options = {}) => {
      const {
        width = 1280,
        height = 800,
        theme = 'light',
        reducedMotion = false,
        touch = false,
        javaScript = true,
        language = 'en',
      } = options
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: theme,
        reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
        hasTouch: touch,
        javaScriptEnabled: javaScript,
        locale: language,
      })
      context.setDefaultTimeout(STEP_MS)
      contexts.push(context)
      const page = await context.newPage()
      watch(page, address, faults, options)
      if (options.scripts === 'empty') await page.route('**/*.js', (route) => route.fulfill(EMPTY_SCRIPT))
      await options.before?.(page)
      const response = await page.goto(new URL(path, address).href, { waitUntil: 'load' })
      expect(response?.status()).toBe(options.status ?? 200)
      return page
    })
    for (const context of contexts) await context.close()
    expect(faults, 'errors, violations of the policy, or requests to another origin').toEqual([])
  },
})

/** Writes down whatever no page may do: errors, violations of the policy (Chromium logs those as errors), foreign requests. */
function watch(page: Page, address: string, faults: string[], { status = 200, logs }: OpenOptions): void {
  const { origin } = new URL(address)
  page.on('console', (message) => {
    const ownFailure = status !== 200 && message.text().includes(`status of ${status}`)
    if (message.type() === 'error' && !ownFailure && !logs?.test(message.text())) faults.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol.startsWith('http') && url.origin !== origin) faults.push(`request: ${url.href}`)
  })
}

export { expect }
