// Playing, stepping, scrubbing: the cursor of a demo.
import type { Page } from 'playwright-core'
import { describe } from 'vitest'
import { momentSentence } from '@/components/demo/telling/storyboard'
import { namedFilm } from '@/lib/content/scenarios'
import { logOf } from '@/lib/reading/lists/log'
import { plain } from '@/lib/words/phrase'
import { words as catalogue } from '@/lib/words/words'
import { expect, test } from './browser'
import { callsOf, countCalls, cursor, drawn, liveDemo, panel, slider } from './demos'

const PATH = 'en/split-brain/'
const END = 35
const words = catalogue('en').demo
const { player } = words
const film = namedFilm('split-brain')
const log = logOf(film.run)
const eventTimes = log.notable.map((index) => (film.run.events[index]?.at ?? 0) / 1_000_000)

/** What a change left to do is done soon; from then on nothing is asked for. */
async function expectRest(page: Page): Promise<void> {
  await page.waitForTimeout(700)
  const asked = await callsOf(page)
  await page.waitForTimeout(700)
  expect(await callsOf(page)).toBe(asked)
}

describe('playing', () => {
  test('goes from the start at the stated speed, pauses, and goes on from there', async ({ open }) => {
    const demo = await liveDemo(await open(PATH))
    await demo.getByRole('button', { name: player.play, exact: true }).click()
    const early = await cursor(demo)
    expect(early).toBeLessThan(film.decisive / 1_000_000)
    await expect.poll(() => cursor(demo)).toBeGreaterThan(early + 0.5)
    await demo.getByRole('button', { name: player.pause, exact: true }).click()
    const paused = await cursor(demo)
    await demo.page().waitForTimeout(250)
    expect(await cursor(demo)).toBe(paused)
    await demo.getByRole('button', { name: player.play, exact: true }).click()
    await expect.poll(() => cursor(demo)).toBeGreaterThan(paused)
  })

  test('stops at the end', async ({ open }) => {
    const demo = await liveDemo(await open(PATH))
    await slider(demo).press('End')
    await slider(demo).press('ArrowLeft')
    await demo.getByLabel(player.speed).selectOption('5000000')
    await demo.getByRole('button', { name: player.play, exact: true }).click()
    await expect.poll(() => cursor(demo)).toBe(END)
    expect(await demo.getByRole('button', { name: player.play, exact: true }).isVisible()).toBe(true)
  })

  test('does nothing while nobody sees it, and does not go on by itself', async ({ open }) => {
    const page = await open(PATH, { before: countCalls })
    const demo = await liveDemo(page)
    await demo.getByRole('button', { name: player.play, exact: true }).click()
    await expect.poll(() => cursor(demo)).toBeGreaterThan(0)
    await page.locator('footer').last().scrollIntoViewIfNeeded()
    await demo.getByRole('button', { name: player.play, exact: true }).waitFor({ state: 'attached' })
    const stopped = await cursor(demo)
    await expectRest(page)
    expect(await cursor(demo)).toBe(stopped)
  })

  test('costs no timer and no frame once the demo is alive, nor after it was paused', async ({ open }) => {
    const page = await open(PATH, { before: countCalls })
    const demo = await liveDemo(page)
    await expectRest(page)
    await demo.getByRole('button', { name: player.play, exact: true }).click()
    await expect.poll(() => cursor(demo)).toBeGreaterThan(0)
    await demo.getByRole('button', { name: player.pause, exact: true }).click()
    await demo.getByRole('button', { name: player.nextMoment }).click()
    await expectRest(page)
  })

  test('is not offered to readers who want no motion; steps are', async ({ open }) => {
    const demo = await liveDemo(await open(PATH, { reducedMotion: true }))
    expect(await demo.getByRole('button', { name: player.play, exact: true }).count()).toBe(0)
    await slider(demo).press('Home')
    await demo.getByRole('button', { name: player.nextMoment }).click()
    expect(await cursor(demo)).toBe((film.moments[0]?.at ?? 0) / 1_000_000)
  })
})

describe('stepping', () => {
  test('ends at the ends, and from the first moment goes back to the start', async ({ open }) => {
    const demo = await liveDemo(await open(PATH))
    const leads = (name: string) => demo.getByRole('button', { name }).getAttribute('aria-disabled')
    await (await panel(demo, 'moments')).locator('li').first().click()
    expect(await leads(player.previousMoment)).toBe('false')
    await demo.getByRole('button', { name: player.previousMoment }).click()
    expect(await cursor(demo)).toBe(0)
    expect([await leads(player.previousMoment), await leads(player.nextMoment)]).toEqual(['true', 'false'])
    await slider(demo).press('End')
    expect(await leads(player.nextMoment)).toBe('true')
    await demo.getByRole('button', { name: player.nextMoment }).click({ force: true })
    expect(await cursor(demo)).toBe(END)
  })

  test('goes from event to event and back, and back is the same picture', async ({ open }) => {
    const demo = await liveDemo(await open(PATH))
    await slider(demo).press('Home')
    await panel(demo, 'log')
    const picture = () => drawn(demo)
    const next = demo.getByRole('button', { name: player.nextEvent })
    await next.click()
    const first = await cursor(demo)
    expect(first).toBe(Math.min(...eventTimes.filter((at) => at > 0)))
    const before = await picture()
    await next.click()
    expect(await cursor(demo)).toBe(Math.min(...eventTimes.filter((at) => at > first)))
    expect(await picture()).not.toBe(before)
    await demo.getByRole('button', { name: player.previousEvent }).click()
    expect(await cursor(demo)).toBe(first)
    expect(await picture()).toBe(before)
  })

  test('goes from moment to moment, marks it in the storyboard and says it', async ({ open }) => {
    const demo = await liveDemo(await open(PATH))
    await slider(demo).press('Home')
    for (const [index, moment] of film.moments.entries()) {
      await demo.getByRole('button', { name: player.nextMoment }).click()
      expect(await cursor(demo)).toBe(moment.at / 1_000_000)
      expect(await demo.locator('[data-part="storyboard"] li').nth(index).getAttribute('aria-current')).toBe('step')
      expect(await demo.locator('[data-part="caption"]').innerText()).toContain(plain(momentSentence(words, moment)))
      await expect.poll(() => demo.locator('[data-part="said"]').innerText()).toBe(plain(momentSentence(words, moment)))
    }
    await demo.getByRole('button', { name: player.previousMoment }).click()
    expect(await cursor(demo)).toBe((film.moments.at(-2)?.at ?? 0) / 1_000_000)
  })

  test('stops at single messages once the log shows them', async ({ open }) => {
    const demo = await liveDemo(await open(PATH))
    await panel(demo, 'log')
    await demo.getByLabel(catalogue('en').lists.log.traffic).check()
    await slider(demo).press('Home')
    await demo.getByRole('button', { name: player.nextEvent }).click()
    expect(await cursor(demo)).toBeLessThan(Math.min(...eventTimes.filter((at) => at > 0)))
  })

  test('goes where a moment of the storyboard points', async ({ open }) => {
    const demo = await liveDemo(await open(PATH))
    await (await panel(demo, 'moments')).locator('li').nth(3).click()
    expect(await cursor(demo)).toBe((film.moments[3]?.at ?? 0) / 1_000_000)
  })
})

describe('scrubbing', () => {
  test('plays and pauses with Space, and does not scroll the page', async ({ open }) => {
    const page = await open(PATH)
    const demo = await liveDemo(page)
    const handle = slider(demo)
    await handle.focus()
    const scrolled = await page.evaluate(() => window.scrollY)
    await page.keyboard.press('Space')
    await demo.getByRole('button', { name: player.pause, exact: true }).waitFor()
    // Play begins at the start: a frame has to pass before it has moved.
    await expect.poll(() => cursor(demo)).toBeGreaterThan(0)
    await page.keyboard.press('Space')
    await demo.getByRole('button', { name: player.play, exact: true }).waitFor()
    expect(await page.evaluate(() => window.scrollY)).toBe(scrolled)
  })

  test('takes the keys of a slider', async ({ open }) => {
    const demo = await liveDemo(await open(PATH))
    const handle = slider(demo)
    await handle.press('End')
    expect(await cursor(demo)).toBe(END)
    await handle.press('ArrowRight')
    expect(await cursor(demo)).toBe(END)
    await handle.press('PageDown')
    expect(await cursor(demo)).toBe(END * 0.9)
    await handle.press('ArrowLeft')
    expect(await cursor(demo)).toBeCloseTo(END * 0.9 - END / 350, 3)
    await handle.press('Home')
    expect(await cursor(demo)).toBe(0)
    expect(await handle.getAttribute('aria-valuetext')).toBe(words.instant(0))
  })

  test('follows the pointer, and knows only what was known there', async ({ open }) => {
    const page = await open(PATH)
    const demo = await liveDemo(page)
    const box = (await slider(demo).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
    await page.mouse.move(box.x + box.width * 0.1, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.5, box.y + box.height / 2, { steps: 5 })
    expect(await cursor(demo)).toBeCloseTo(END / 2, 0)
    await page.mouse.up()
    await page.mouse.move(box.x + box.width * 0.8, box.y + box.height / 2)
    expect(await cursor(demo)).toBeCloseTo(END / 2, 0)
    // Between the cut and the erasure everything r1 has acknowledged is at risk and nothing is lost yet.
    const legend = demo.locator('[data-part="legend"] li')
    await expect.poll(() => legend.and(demo.locator('[data-fate="lost"]')).locator('b').innerText()).toBe('0')
    expect(await demo.locator('[data-part="strip"] [data-fate="risk"]').count()).toBe(1)
    expect(await demo.locator('[data-part="strip"] [data-fate="lost"]').count()).toBe(0)
  })

  test('goes to a moment whose number is pressed', async ({ open }) => {
    const page = await open(PATH)
    const demo = await liveDemo(page)
    const circle = await demo.locator('[data-part="marks"] circle').nth(3).boundingBox()
    await page.mouse.click((circle?.x ?? 0) + (circle?.width ?? 0) / 2, (circle?.y ?? 0) + (circle?.height ?? 0) / 2)
    expect(await cursor(demo)).toBe((film.moments[3]?.at ?? 0) / 1_000_000)
  })

  test('moves both runs of a comparison together', async ({ open }) => {
    const demo = await liveDemo(await open('en/min-replicas-to-write/'))
    await demo.locator('[data-part="scrubber"]').last().press('PageUp')
    const values = await demo
      .locator('[data-part="scrubber"]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-valuenow')))
    expect(values).toHaveLength(2)
    expect(values[0]).toBe(values[1])
  })
})

describe('with the keyboard alone', () => {
  test('everything can be reached and used', async ({ open }) => {
    const page = await open(PATH)
    const demo = await liveDemo(page)
    await panel(demo, 'moments')
    await demo.getByRole('button', { name: player.otherSeed }).focus()
    const seen: string[] = []
    for (let presses = 0; presses < 40; presses += 1) {
      const name = await page.evaluate(() => {
        const element = document.activeElement
        return element?.closest('[data-part="demo"]') ? (element.getAttribute('aria-label') ?? element.textContent ?? '') : null
      })
      if (name === null) break
      seen.push(name.trim())
      await page.keyboard.press('Tab')
    }
    for (const name of [
      player.reset,
      player.otherSeed,
      player.scrub,
      player.goTo(1, film.moments[0]?.at ?? 0),
      player.previousMoment,
      player.play,
      player.nextMoment,
      player.speed,
      'min-replicas-max-lag',
      words.panels.tabs.moments,
    ]) {
      expect(seen).toContain(name)
    }

    // The page moves a demo that nobody has moved with what is being read, and a focus may scroll: the reader goes to the start first.
    await demo.getByRole('slider', { name: player.scrub }).focus()
    await page.keyboard.press('Home')
    await expect.poll(() => cursor(demo)).toBe(0)
    await demo.getByRole('button', { name: player.nextMoment }).focus()
    await page.keyboard.press('Enter')
    expect(await cursor(demo)).toBe((film.moments[0]?.at ?? 0) / 1_000_000)
    await demo.getByRole('button', { name: player.goTo(3, film.moments[2]?.at ?? 0) }).focus()
    await page.keyboard.press('Space')
    expect(await cursor(demo)).toBe((film.moments[2]?.at ?? 0) / 1_000_000)
  })
})
