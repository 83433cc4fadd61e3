// The figure of four commits: a reader chooses when the server dies. No script has a part in it.
import type { Page } from 'playwright-core'
import { describe } from 'vitest'
import { COMMITS, DEATH_NAMES, DEATHS } from '@/lib/commits/scenario'
import { words } from '@/lib/words/words'
import { expect, test } from './browser'

const told = words('en').commits
const figure = (page: Page) => page.locator('[data-commits]')
const panels = (page: Page) => figure(page).locator('section')
const button = (page: Page, label: string) => figure(page).getByRole('radio', { name: label })

describe('when the server dies', () => {
  test('is chosen by pointer and by keyboard, and each commit says what is left', async ({ open }) => {
    const page = await open('en/semi-sync/', { javaScript: false })
    expect(await button(page, told.never).isChecked()).toBe(true)
    expect(await panels(page).locator('strong:visible').count()).toBe(0)
    await figure(page).getByText(told.death(DEATHS.sent, told.deaths.sent)).first().click()
    expect(await panels(page).locator('strong:visible').allTextContents()).toEqual(
      (['lost', 'lost', 'gone', 'vanished'] as const).map((fate) => told.fates[fate]),
    )
    await page.keyboard.press('ArrowRight')
    expect(await panels(page).locator('strong:visible').allTextContents()).toEqual(COMMITS.map(() => told.fates.kept))
    expect(await panels(page).locator('line:visible').count()).toBeGreaterThan(COMMITS.length)
  })

  test('covers what does not happen any more, at the same place in each drawing', async ({ open }) => {
    const page = await open('en/semi-sync/')
    await button(page, told.deaths.sent).check({ force: true })
    const covers = await panels(page)
      .locator('rect[class*="opacity"]:visible')
      .evaluateAll((all) => all.map((each) => each.getAttribute('x')))
    expect(covers).toHaveLength(COMMITS.length)
    expect(new Set(covers).size).toBe(1)
  })
})

test.for([390, 1280])('fits into a window %i wide, in its table as well', async (width, { open }) => {
  for (const language of ['en', 'zh-CN']) {
    const page = await open(`${language}/semi-sync/`, { width, height: 844, javaScript: false })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    expect(await figure(page).locator('tbody tr').count()).toBe(DEATH_NAMES.length)
    const cut = await figure(page)
      .locator('svg')
      .evaluateAll((drawings) =>
        drawings.flatMap((drawing) => {
          const { right } = drawing.getBoundingClientRect()
          const texts = [...drawing.querySelectorAll('text')]
          return texts.filter((text) => text.getBoundingClientRect().right > right + 0.5).map((text) => text.textContent)
        }),
      )
    expect(cut).toEqual([])
  }
})

test('is a table on paper, and no choice', async ({ open }) => {
  const page = await open('en/semi-sync/')
  await page.emulateMedia({ media: 'print' })
  expect(await figure(page).locator('fieldset').isVisible()).toBe(false)
  expect(await figure(page).locator('td').count()).toBe(COMMITS.length * DEATH_NAMES.length)
})
