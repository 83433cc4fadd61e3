// The terms of the glossary: where they explain themselves, and where they are listed. A script has a part only in closing them.
import type { Page } from 'playwright-core'
import { describe } from 'vitest'
import { words } from '@/lib/words/words'
import { expect, test } from './browser'

const term = (page: Page, id: string) => page.locator(`button[aria-describedby="term-${id}"]`)
const explanation = (page: Page, id: string) => page.locator(`#term-${id}`)

describe('a term in the text', () => {
  test('explains itself under the pointer, for as long as it stays on either', async ({ open }) => {
    const page = await open('en/faq/', { javaScript: false })
    const tip = explanation(page, 'replica')
    expect(await tip.isVisible()).toBe(false)
    await term(page, 'replica').hover()
    expect(await tip.isVisible()).toBe(true)
    await tip.hover()
    expect(await tip.isVisible()).toBe(true)
    await page.mouse.move(5, 700)
    expect(await tip.isVisible()).toBe(false)
  })

  test('explains itself to the keyboard, and leads to its entry', async ({ open }) => {
    const page = await open('en/faq/', { javaScript: false })
    await term(page, 'replica').focus()
    expect(await explanation(page, 'replica').isVisible()).toBe(true)
    await page.keyboard.press('Tab')
    expect(await explanation(page, 'replica').isVisible()).toBe(true)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/en/glossary/#replica')
    await expect.poll(() => page.locator('#replica').evaluate((entry) => entry.getBoundingClientRect().top)).toBeLessThan(300)
  })

  test('explains itself to a finger, within the window, one term at a time', async ({ open }) => {
    const page = await open('zh-CN/faq/', { width: 390, height: 844, touch: true, javaScript: false })
    for (const id of ['primary', 'replica', 'sentinel']) {
      await term(page, id).tap()
      const box = await explanation(page, id).boundingBox()
      expect(box?.x, id).toBeGreaterThanOrEqual(0)
      expect((box?.x ?? 0) + (box?.width ?? 999), id).toBeLessThanOrEqual(390)
      expect(await page.locator('[id^="term-"]:visible').count()).toBe(1)
      await page.locator('h1').tap()
      expect(await page.locator('[id^="term-"]:visible').count()).toBe(0)
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  })

  test('closes at Escape, with pointer and focus where they are, and opens anew', async ({ open }) => {
    const page = await open('en/faq/')
    const tip = explanation(page, 'replica')
    await term(page, 'replica').click()
    expect(await tip.isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    expect(await tip.isVisible()).toBe(false)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-describedby'))).toBe('term-replica')
    await page.mouse.move(5, 700)
    expect(await tip.isVisible(), 'the pointer has left').toBe(false)
    await term(page, 'replica').press('Enter')
    expect(await tip.isVisible(), 'pressed').toBe(true)
    await page.keyboard.press('Escape')
    await term(page, 'replica').hover()
    expect(await tip.isVisible(), 'pointed at').toBe(true)
    await page.keyboard.press('Escape')
    await term(page, 'primary').focus()
    await term(page, 'replica').focus()
    expect(await tip.isVisible(), 'focused').toBe(true)
  })

  test('is plain text on paper', async ({ open }) => {
    const page = await open('en/faq/')
    await term(page, 'replica').focus()
    await page.emulateMedia({ media: 'print' })
    expect(await explanation(page, 'replica').isVisible()).toBe(false)
  })
})

test('an entry of the glossary is marked when its address was followed', async ({ open }) => {
  const page = await open('en/glossary/#max-lag')
  const [here, other] = await Promise.all(
    ['max-lag', 'wait'].map((id) => page.locator(`:has(> #${id})`).evaluate((entry) => getComputedStyle(entry).backgroundColor)),
  )
  expect(here).not.toBe(other)
  expect(await page.locator('#max-lag').textContent()).toContain('min-slaves-max-lag')
})

describe('the ways into the site', () => {
  for (const width of [320, 390, 768, 1280]) {
    test(`are in reach at ${width} px, and push nothing out of the window`, async ({ open }) => {
      const page = await open('en/', { width, javaScript: false })
      const { site, glossary, symptoms } = words('en')
      const ways = page.getByRole('navigation', { name: site.mainNavigation }).getByRole('link')
      expect(await ways.allTextContents()).toEqual([site.articles, symptoms.title, site.faq, glossary.title, site.howWeKnow])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
      await ways.nth(2).click()
      await page.waitForURL('**/en/faq/')
    })
  }
})

test('home begins with what readers see, each with a way to the section that explains it', async ({ open }) => {
  const page = await open('zh-CN/', { javaScript: false })
  const { question } = words('zh-CN').symptoms
  const [symptoms, figure] = await Promise.all([
    page
      .getByRole('region', { name: question })
      .evaluate((part) => part.compareDocumentPosition(document.querySelector('figure') ?? part)),
    page.locator('figure').count(),
  ])
  expect(figure).toBe(1)
  expect(symptoms & 4, 'the figure follows').toBe(4)
  await page
    .getByRole('region', { name: question })
    .getByRole('link', { name: /NOREPLICAS/ })
    .click()
  await page.waitForURL('**/zh-CN/min-replicas-to-write/#what-is-checked')
})
