import type { Page } from 'playwright-core'
import { describe } from 'vitest'
import { expectAxeFindsNothing } from './axe'
import { expect, type OpenOptions, test } from './browser'
import { builtText, readersPages } from './output'

/** The pages of a part of the site by their paths, and the one shown for those that are missing. */
export function pathsWhere(holds: (path: string) => boolean): readonly string[] {
  return [...readersPages().map(({ file }) => file.replace(/index\.html$/, '')), '404.html'].filter(holds)
}

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

/** Tests each page in both themes, from the smallest window to a wide one. */
export function looks(paths: readonly string[]): void {
  describe.each(paths)('/%s', (path) => {
    const options = optionsFor(path)

    test('axe finds nothing in either theme, whatever the width of the window', async ({ open }) => {
      const page = await open(path, { ...options, width: 320 })
      for (const width of [320, 390, 1280]) {
        await page.setViewportSize({ width, height: 800 })
        await expectAxeFindsNothing(page)
      }
    })

    test('nothing is wider than the window, with wider spacing of its text neither', async ({ open }) => {
      const page = await open(path, { ...options, width: 390 })
      expect(await overflowing(page, [320, 390, 820, 1100, 1280, 1680])).toEqual([])
      await spaceText(page)
      expect(await overflowing(page, [320, 390, 1280])).toEqual([])
    })
  })
}

/** Widths of the window, px, at which the page is wider. */
async function overflowing(page: Page, widths: readonly number[]): Promise<number[]> {
  const found: number[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    const wider = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
    if (wider) found.push(width)
  }
  return found
}

/** Sets text as wide as a reader may (WCAG 2.2, 1.4.12). A style element would be against the policy of the page. */
async function spaceText(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
    )
    document.adoptedStyleSheets.push(sheet)
  })
}
