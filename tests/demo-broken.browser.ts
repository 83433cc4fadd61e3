// A demo that breaks: its figure stays as it was built, and so does the article around it.
import type { Page } from 'playwright-core'
import { describe } from 'vitest'
import { namedScenario } from '@/lib/content/scenarios'
import { words as catalogue } from '@/lib/words/words'
import { expect, test } from './browser'
import { DEMO, liveDemo, verdictOf, verdicts } from './demos'
import { builtText } from './output'

const PATH = 'en/split-brain/'
const words = catalogue('en').demo
const BROKEN = /kernel out of order/

/** Serves the chunk that holds the kernel so that it fails as soon as `kernelFails` is set. */
async function withBreakingKernel(page: Page): Promise<void> {
  await page.route('**/islands/*.js', (route) => {
    const chunk = builtText(route.request().url())
    const fail = '(globalThis.kernelFails?()=>{throw Error("kernel out of order")}:Math.imul)'
    return route.fulfill({ contentType: 'text/javascript', body: chunk.replaceAll('Math.imul', fail) })
  })
}

const failFromTheStart = (page: Page) =>
  withBreakingKernel(page).then(() => page.addInitScript(() => Object.assign(globalThis, { kernelFails: true })))

/** All that is read on a page around its demos. */
const prose = (page: Page) =>
  page
    .locator('[data-prose]')
    .first()
    .evaluate((element) => {
      const copy = element.cloneNode(true) as Element
      for (const part of copy.querySelectorAll('[data-island], [data-copy]')) part.remove()
      return copy.textContent
    })
const drawings = async (page: Page) =>
  Promise.all(
    (await page.locator(DEMO).all()).map((demo) =>
      demo.locator('[data-panel="moments"], [data-part="verdicts"], [data-part="timelines"]').allInnerTexts(),
    ),
  )

/** Brings every demo of a page into view, to fail there; returns how many there are. */
async function failEach(page: Page): Promise<number> {
  const count = await page.locator(DEMO).count()
  // The first may stand in view from the start.
  await page.mouse.move(1, 1)
  for (let index = 0; index < count; index += 1) {
    // It is replaced while it comes into view.
    await page
      .locator(DEMO)
      .nth(index)
      .evaluate((demo) => demo.scrollIntoView())
    await page.locator('[data-island]').nth(index).and(page.locator('[data-state="failed"]')).waitFor()
  }
  return count
}

describe('a demo whose kernel fails', () => {
  test.for([PATH, 'zh-CN/min-replicas-to-write/'])('leaves its figure and the text of %s', async (path, { open }) => {
    const plain = await open(path, { javaScript: false })
    const page = await open(path, { before: failFromTheStart, logs: BROKEN })
    const count = await failEach(page)
    expect(await prose(page)).toEqual(await prose(plain))
    expect(await drawings(page)).toEqual(await drawings(plain))
    const { broken } = catalogue(path.startsWith('en') ? 'en' : 'zh-CN').demo.player
    expect(await page.getByText(broken).count()).toBe(count)
    expect(await page.locator(`${DEMO} button:visible:enabled`).count()).toBe(0)
  })

  test('at a change of a setting goes back to the figure as it was built', async ({ open }) => {
    const page = await open(PATH, { before: withBreakingKernel, logs: BROKEN })
    const demo = await liveDemo(page)
    await page.evaluate(() => Object.assign(globalThis, { kernelFails: true }))
    await demo.getByRole('textbox', { name: 'min-replicas-to-write' }).fill('1')
    await page.getByText(words.player.broken).waitFor()
    expect(await verdicts(demo)).toEqual([verdictOf(namedScenario('split-brain'))])
  })
})

test('a player that cannot be loaded leaves its figure and the text', async ({ open }) => {
  const plain = await open(PATH, { javaScript: false })
  const page = await open(PATH, {
    logs: /ERR_FAILED|Failed to load|chunk/i,
    before: (page) =>
      page.route('**/islands/*.js', (route) =>
        builtText(route.request().url()).includes(words.player.broken) ? route.abort() : route.continue(),
      ),
  })
  const count = await failEach(page)
  expect(await page.getByText(catalogue('en').still.failed).count()).toBe(count)
  expect(await prose(page)).toEqual(await prose(plain))
  expect(await drawings(page)).toEqual(await drawings(plain))
  expect(await page.locator(DEMO).first().locator('button:visible:enabled').count()).toBe(0)
})

test('a browser without IntersectionObserver reads the page and plays its demos', async ({ open }) => {
  const page = await open(PATH, {
    before: (page) => page.addInitScript(() => Reflect.deleteProperty(window, 'IntersectionObserver')),
  })
  const demo = await liveDemo(page)
  await demo.getByRole('button', { name: words.player.nextMoment }).click()
  expect(await page.locator('h2').count()).toBeGreaterThan(5)
})
