// Every page, in both themes and at both ends of the usual widths.
import type { Page } from 'playwright-core'
import { describe } from 'vitest'
import { expectAxeFindsNothing } from './axe'
import { expect, type OpenOptions, test } from './browser'
import { builtText, readersPages } from './output'

const paths = [...readersPages().map(({ file }) => file.replace(/index\.html$/, '')), '404.html']

/** The front door forwards whoever runs its scripts; to be looked at, it is served without. */
async function withoutInlineScripts(page: Page): Promise<void> {
  await page.route('**/', (route) => {
    const body = builtText(route.request().url())
    return route.fulfill({ contentType: 'text/html', body: body.replaceAll(/<script[^>]*>[^<]*<\/script>/g, '') })
  })
}

function optionsFor(path: string): OpenOptions {
  return path === '' ? { scripts: 'empty', before: withoutInlineScripts } : {}
}

describe.each(paths)('/%s', (path) => {
  const options = optionsFor(path)

  test('axe finds nothing in either theme', async ({ open }) => {
    const page = await open(path, options)
    await expectAxeFindsNothing(page)
  })

  test('nothing is wider than the window', async ({ open }) => {
    const page = await open(path, { ...options, width: 390 })
    for (const width of [390, 820, 1100, 1280, 1680]) {
      await page.setViewportSize({ width, height: 800 })
      const widths = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth])
      expect(widths[0], `${width} px`).toBe(widths[1])
    }
  })
})
