// Every page, in both themes and at both ends of the usual widths.
import { AxeBuilder } from '@axe-core/playwright'
import { describe } from 'vitest'
import { expect, test } from './browser'
import { readersPages } from './output'

const paths = [
  ...readersPages()
    .map(({ file }) => file.replace(/index\.html$/, ''))
    .filter((path) => path !== ''),
  '404.html',
]

describe.each(paths)('%s', (path) => {
  for (const theme of ['light', 'dark'] as const) {
    test(`axe finds nothing in the ${theme} theme`, async ({ open }) => {
      const page = await open(path, { theme })
      const { violations } = await new AxeBuilder({ page }).analyze()
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`,
      )
      expect(found).toEqual([])
    })
  }

  for (const width of [390, 1280, 1600]) {
    test(`nothing is wider than a window of ${width} px`, async ({ open }) => {
      const page = await open(path, { width })
      const widths = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth])
      expect(widths[0]).toBe(widths[1])
    })
  }
})
