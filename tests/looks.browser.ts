// Every page, in both themes and at both ends of the usual widths.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe } from 'vitest'
import { expect, test } from './browser'
import { readersPages } from './output'

const paths = [...readersPages().map(({ file }) => file.replace(/index\.html$/, '')), '404.html']
/** The front door forwards whoever runs its scripts; to be looked at, it is served without. */
async function withoutScripts(page: Page) {
  await page.route('**/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }))
  await page.route('**/', async (route) => {
    const body = await (await route.fetch()).text()
    await route.fulfill({ contentType: 'text/html', body: body.replaceAll(/<script[^>]*>[^<]*<\/script>/g, '') })
  })
}

describe.each(paths)('/%s', (path) => {
  const before = path === '' ? withoutScripts : undefined
  // "How we know" has ten thousand elements: a busy machine takes minutes over them.
  test('axe finds nothing in either theme', { timeout: 600_000 }, async ({ open }) => {
    const page = await open(path, { before })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const { violations } = await new AxeBuilder({ page }).analyze()
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`,
      )
      expect(found, colorScheme).toEqual([])
    }
  })

  test('nothing is wider than the window', async ({ open }) => {
    const page = await open(path, { width: 390, before })
    for (const width of [390, 1280, 1600]) {
      await page.setViewportSize({ width, height: 800 })
      const widths = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth])
      expect(widths[0], `${width} px`).toBe(widths[1])
    }
  })
})
