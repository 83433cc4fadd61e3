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
  for (const theme of ['light', 'dark'] as const) {
    test(`axe finds nothing in the ${theme} theme`, async ({ open }) => {
      const page = await open(path, { theme, before })
      const { violations } = await new AxeBuilder({ page }).analyze()
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`,
      )
      expect(found).toEqual([])
    })
  }

  for (const width of [390, 1280, 1600]) {
    test(`nothing is wider than a window of ${width} px`, async ({ open }) => {
      const page = await open(path, { width, before })
      const widths = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth])
      expect(widths[0]).toBe(widths[1])
    })
  }
})
