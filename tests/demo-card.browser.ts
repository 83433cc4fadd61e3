// The card of a demo: tabs, what the page does to it, following a write, phones and fingers.
import type { Locator } from 'playwright-core'
import { describe } from 'vitest'
import { namedFilm } from '@/lib/content/scenarios'
import { words as catalogue } from '@/lib/words/words'
import { expect, test } from './browser'
import { cursor, DEMO, liveDemo, panel, slider, verdicts } from './demos'

const PATH = 'en/split-brain/'
const words = catalogue('en').demo
const { tabs } = words.panels
const film = namedFilm('split-brain')
const momentAt = (code: (typeof film.moments)[number]['code']): number =>
  (film.moments.find((moment) => moment.code === code)?.at ?? Number.NaN) / 1_000_000

const heightOf = async (part: Locator): Promise<number> => (await part.boundingBox())?.height ?? Number.NaN

describe('a card', () => {
  test.for([
    ['a scene', PATH],
    ['a comparison', 'en/min-replicas-to-write/'],
    ['a scene in Chinese', 'zh-CN/split-brain/'],
  ])('is on one screen: %s', async ([, path = ''], { open }) => {
    const demo = await liveDemo(await open(path))
    expect(await heightOf(demo)).toBeLessThanOrEqual(720)
  })

  test('keeps its height and its controls in their place whatever is chosen, set or played', async ({ open }) => {
    const demo = await liveDemo(await open(PATH))
    const controls = demo.locator('[data-part="controls"]')
    const place = async () => [await heightOf(demo), (await controls.boundingBox())?.y]
    const before = await place()
    for (const code of ['moments', 'conf', 'ledger', 'log', 'proof', 'figure'] as const) {
      await panel(demo, code)
      expect(await place(), code).toEqual(before)
    }
    await demo.getByRole('textbox', { name: 'min-replicas-to-write' }).fill('2')
    await expect.poll(async () => (await verdicts(demo))[0]).toContain('refused')
    await slider(demo).press('Home')
    for (let presses = 0; presses < 4; presses += 1) {
      await demo.getByRole('button', { name: words.player.nextMoment }).click()
      expect(await place(), `moment ${presses}`).toEqual(before)
    }
  })
})

describe('the tabs', () => {
  test('are gone through with the arrow keys, and lead to their panels', async ({ open }) => {
    const page = await open(PATH)
    const demo = await liveDemo(page)
    const tab = (name: string) => demo.getByRole('tab', { name, exact: true })
    const shown = (code: string) => demo.locator(`[data-panel="${code}"]`).isVisible()
    await tab(tabs.figure).focus()
    await page.keyboard.press('ArrowRight')
    expect(await tab(tabs.moments).getAttribute('aria-selected')).toBe('true')
    expect([await shown('moments'), await demo.locator('[data-panel="figure"] svg').first().isVisible()]).toEqual([true, false])
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    expect(await tab(tabs.proof).getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('Home')
    expect(await shown('figure')).toBe(true)
    await page.keyboard.press('End')
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => document.activeElement?.closest('[data-panel]')?.getAttribute('data-panel') ?? null)
    // The panel stands before its tab: Tab leads out of the demo, Shift+Tab back into it.
    expect(focused).toBeNull()
    expect(await demo.getByRole('tabpanel').count()).toBe(1)
  })

  test('show the configuration that is running', async ({ open }) => {
    const demo = await liveDemo(await open(PATH))
    const conf = await panel(demo, 'conf')
    expect(await conf.innerText()).toMatch(/min-replicas-to-write\s+0/)
    await demo.getByRole('textbox', { name: 'min-replicas-to-write' }).fill('1')
    await expect.poll(() => conf.innerText()).toMatch(/min-replicas-to-write\s+1/)
    expect(await conf.innerText()).toMatch(/min-replicas-max-lag\s+10/)
  })
})

describe('a chip', () => {
  test('takes the demo to its moment, and is marked with it', async ({ open }) => {
    const page = await open(PATH)
    const demo = await liveDemo(page)
    const chips = (moment: string) => page.locator(`a[data-demo="demo-split-brain"][data-moment="${moment}"]`)
    await chips('heal').first().click()
    expect(await cursor(demo)).toBe(momentAt('heal'))
    expect(await chips('heal').first().getAttribute('aria-current')).toBe('step')
    const number = String(film.moments.findIndex(({ code }) => code === 'heal') + 1)
    expect(await demo.locator('[data-part="marks"] .mark-current').textContent()).toBe(number)
    expect(await demo.locator('[data-part="caption"]').innerText()).toContain(words.instant(momentAt('heal') * 1_000_000))
    await demo.getByRole('button', { name: words.player.nextMoment }).click()
    await expect.poll(() => chips('heal').first().getAttribute('aria-current')).toBeNull()
  })

  test('leads to its moment as it is under another setting', async ({ open }) => {
    const page = await open(PATH)
    const demo = await liveDemo(page)
    await demo.getByRole('textbox', { name: 'min-replicas-max-lag' }).fill('3')
    await demo.getByRole('textbox', { name: 'min-replicas-to-write' }).fill('1')
    await page.locator('a[data-demo="demo-split-brain"][data-moment="demoted"]').first().click()
    const number = await demo.locator('[data-part="marks"] .mark-current').textContent()
    const line = demo.locator('[data-part="storyboard"] li').nth(Number(number) - 1)
    expect(await line.getAttribute('aria-current')).toBe('step')
    expect(await line.textContent()).toContain(words.instant((await cursor(demo)) * 1_000_000))
  })
})

test('reading on takes a demo along until its reader touches it', async ({ open }) => {
  const page = await open(PATH)
  const demo = await liveDemo(page)
  const tell = (at: number) =>
    demo.evaluate((figure, at) => figure.dispatchEvent(new CustomEvent('lost-writes:moment', { detail: { at } })), at)
  await tell(18_100_000)
  await expect.poll(() => cursor(demo)).toBe(18.1)
  await tell(3_000_000)
  await expect.poll(() => cursor(demo)).toBe(3)
  await slider(demo).press('End')
  await tell(3_000_000)
  await page.waitForTimeout(100)
  expect(await cursor(demo)).toBe(35)
})

describe('a write', () => {
  test('pressed on the strip is followed, and let go of', async ({ open }) => {
    const page = await open(PATH)
    const demo = await liveDemo(page)
    const strip = (await demo.locator('[data-part="strip"] svg').first().boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
    const axis = (await slider(demo).boundingBox()) ?? strip
    // The middle of the slice from 14 s on.
    await page.mouse.click(axis.x + axis.width * (14.25 / 35), strip.y + strip.height / 2)
    const pill = demo.locator('[data-part="followed"]')
    const lost = film.verdict.writes.find(({ fate, sentAt }) => fate === 'lost' && sentAt >= 14_000_000)
    expect(await pill.innerText()).toContain(lost?.key ?? 'none')
    expect(await cursor(demo)).toBe((lost?.sentAt ?? 0) / 1_000_000)
    await demo.getByRole('button', { name: words.player.letGo(lost?.key ?? '') }).click()
    expect(await pill.count()).toBe(0)
  })

  test('picked in the ledger is followed', async ({ open }) => {
    const demo = await liveDemo(await open(PATH))
    await panel(demo, 'ledger')
    const first = film.verdict.writes.find(({ fate }) => fate === 'lost')
    const pick = demo.getByRole('button', { name: catalogue('en').lists.ledger.follow(first?.key ?? ''), exact: true })
    await pick.click()
    expect(await pick.getAttribute('aria-pressed')).toBe('true')
    expect(await cursor(demo)).toBe((first?.sentAt ?? 0) / 1_000_000)
    await panel(demo, 'figure')
    expect(await demo.locator('[data-part="followed"]').innerText()).toContain(first?.key ?? 'none')
  })
})

test('time slows down by itself around a moment, and says so', async ({ open }) => {
  const demo = await liveDemo(await open(PATH))
  await slider(demo).press('Home')
  for (let steps = 0; steps < 29; steps += 1) await slider(demo).press('ArrowRight')
  await demo.getByRole('button', { name: words.player.play, exact: true }).click()
  await demo.getByText(/^slowed \d+×$/).waitFor()
})

describe('on a phone', () => {
  test('verdict and controls stay in view while the card is', async ({ open }) => {
    const page = await open(PATH, { width: 390, height: 700 })
    const demo = await liveDemo(page)
    const top = await demo.evaluate((figure) => figure.getBoundingClientRect().top + scrollY)
    for (const down of [100, 250, 400]) {
      await page.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), top + down)
      for (const part of ['verdicts', 'controls']) {
        const seen = await demo.locator(`[data-part="${part}"]`).evaluate((element) => {
          const { left, top, bottom, width } = element.getBoundingClientRect()
          return (
            top >= 0 && bottom <= innerHeight && element.contains(document.elementFromPoint(left + width / 2, (top + bottom) / 2))
          )
        })
        expect(seen, `${part}, ${down} px down`).toBe(true)
      }
    }
  })

  test('what is pressed is as large as a finger', async ({ open }) => {
    const page = await open(PATH, { width: 390, height: 844 })
    const demo = await liveDemo(page)
    const small = await demo.locator('[data-part="controls"] button, [role="tab"]').evaluateAll((all) =>
      all.flatMap((element) => {
        const { width, height } = element.getBoundingClientRect()
        return height < 30 || width < 24 ? [element.textContent] : []
      }),
    )
    expect(small).toEqual([])
    expect(await page.locator(DEMO).first().locator('[data-plan="narrow"]').isVisible()).toBe(true)
  })
})
