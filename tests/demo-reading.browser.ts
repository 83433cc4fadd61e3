// The demos as they are read: without JavaScript, while they come alive, on paper.
import type { Page } from 'playwright-core'
import { describe } from 'vitest'
import type { TabCode } from '@/components/demo/panels/tabs'
import { momentSentence } from '@/components/demo/telling/storyboard'
import { namedFigures, namedFilm, namedScenario } from '@/lib/content/scenarios'
import { LOCALES, type Locale } from '@/lib/locale'
import { plain } from '@/lib/words/phrase'
import { words as catalogue } from '@/lib/words/words'
import { expectAxeFindsNothing } from './axe'
import { expect, test } from './browser'
import { cursor, DEMO, drawn, edited, holdDemos, liveDemo, panel, release, verdictOf, verdicts, withoutScenes } from './demos'
import { builtText } from './output'

const SLUGS = ['can-redis-lose-a-write', 'split-brain', 'min-replicas-to-write', 'wait']
const pages = LOCALES.flatMap((locale) => SLUGS.map((slug) => `${locale}/${slug}/`))

const figures = async (page: Page): Promise<string[]> => {
  const demos = await page.locator(DEMO).all()
  return Promise.all(demos.map((demo) => drawn(demo)))
}

async function wakeAll(page: Page): Promise<void> {
  const count = await page.locator(DEMO).count()
  for (let index = 0; index < count; index += 1) await liveDemo(page, index)
}

/** Every demo with one tab chosen. */
async function chooseAll(page: Page, code: TabCode, locale: Locale): Promise<void> {
  await wakeAll(page)
  for (const demo of await page.locator(DEMO).all()) await panel(demo, code, locale)
}

describe('without JavaScript', () => {
  describe.each(LOCALES)('in %s', (locale) => {
    test('the verdict, lanes, fates, stage and storyboard are there', async ({ open }) => {
      const page = await open(`${locale}/split-brain/`, { javaScript: false })
      const words = catalogue(locale).demo
      const demo = page.locator(DEMO).first()
      expect(await verdicts(demo)).toEqual([verdictOf(namedScenario('split-brain'), locale)])
      expect(await demo.locator('[data-part="lane"]').count()).toBe(3)
      expect(await demo.locator('[data-part="strip"] [data-fate="lost"]').isVisible()).toBe(true)
      expect(await demo.locator('[data-plan]:visible [data-host]').count()).toBe(7)
      expect(await demo.locator('[data-plan]:visible').getAttribute('aria-label')).toContain(plain(words.stage.says('r3')))
      const { moments } = namedFilm('split-brain')
      expect(await demo.locator('[data-part="storyboard"] p').allInnerTexts()).toEqual(
        moments.map((moment) => plain(momentSentence(words, moment))),
      )
    })

    test('nothing is offered that would do nothing, and the page says why', async ({ open }) => {
      const page = await open(`${locale}/split-brain/`, { javaScript: false })
      const demo = page.locator(DEMO).first()
      expect(await demo.locator('[data-part="controls"]').isVisible()).toBe(false)
      expect(await demo.getByRole('tab').count()).toBe(0)
      expect(await demo.locator('button:enabled:visible').count()).toBe(0)
      expect(await page.locator('[data-part="no-script"]').first().innerText()).toBe(catalogue(locale).still.noScript)
    })
  })
})

const { moments, decisive } = namedFilm('split-brain')
const following = moments.find(({ at }) => at > decisive)
const healed = moments.find(({ code }) => code === 'heal')

describe('coming alive', () => {
  test.for(pages)('changes nothing in the figures of %s', async (path, { open }) => {
    const built = await figures(await open(path, { javaScript: false }))
    const page = await open(path, { before: withoutScenes })
    expect(await figures(page)).toEqual(built)
    await wakeAll(page)
    expect(await figures(page)).toEqual(built)
  })

  test.for([390, 1280])('moves nothing on a page of %i px', async (width, { open }) => {
    const page = await open('en/min-replicas-to-write/', {
      width,
      before: async (opened) => {
        await holdDemos(opened)
        await withoutScenes(opened)
      },
    })
    await page.evaluate(() => document.fonts.ready)
    const places = () =>
      page.$$eval('[data-part="demo"], [data-part="demo"] > *, [data-part="controls"] > *, [data-prose] h2, footer', (all) => {
        // What sticks to the window stands where its place is.
        scrollTo({ top: 0, behavior: 'instant' })
        return all.map((element) => {
          const { x, y, width, height } = element.getBoundingClientRect()
          return [x, y, width, height].map(Math.round).join(' ')
        })
      })
    const built = await places()
    expect(await page.locator(`${DEMO}[data-alive]`).count()).toBe(0)
    await release(page)
    await wakeAll(page)
    expect(await places()).toEqual(built)
  })

  test('waits until the demo is near the window', async ({ open }) => {
    const page = await open('en/split-brain/')
    await liveDemo(page, 0)
    expect(await page.locator(DEMO).last().getAttribute('data-alive')).toBeNull()
  })

  test.for([
    ['a step', (page: Page) => page.getByRole('button', { name: catalogue('en').demo.player.nextMoment }), following],
    ['a moment', (page: Page) => page.locator('a[data-demo="demo-split-brain"][data-moment="heal"]'), healed],
  ] as const)('does what was asked for while it was asleep: %s', async ([, control, expected], { open }) => {
    let arrive = () => {}
    const arrival = new Promise<void>((resolve) => {
      arrive = resolve
    })
    const page = await open('en/split-brain/', {
      before: (page) => page.route('**/islands/demo-*.js', (route) => arrival.then(() => route.continue())),
    })
    const demo = page.locator(DEMO).first()
    const built = await cursor(demo)
    await control(page).first().click()
    expect(await cursor(demo)).toBe(built)
    arrive()
    await expect.poll(() => cursor(demo)).toBe((expected?.at ?? 0) / 1_000_000)
  })

  test('keeps what was typed while it was asleep', async ({ open }) => {
    const page = await open('en/split-brain/', { before: holdDemos })
    await page.getByRole('textbox', { name: 'min-replicas-to-write' }).first().fill('2')
    await release(page)
    const demo = await liveDemo(page)
    await expect.poll(() => verdicts(demo)).toEqual([verdictOf(edited('split-brain', { 'min-replicas-to-write': 2 }))])
    expect(await demo.getByRole('textbox', { name: 'min-replicas-to-write' }).inputValue()).toBe('2')
  })

  test('says so when the kernel cannot be loaded, and keeps the figure', async ({ open }) => {
    const built = await figures(await open('en/split-brain/', { javaScript: false }))
    const page = await open('en/split-brain/', {
      logs: /ERR_FAILED/,
      before: (page) =>
        page.route('**/islands/*.js', (route) =>
          // Only the kernel mixes bits.
          builtText(route.request().url()).includes('Math.imul') ? route.abort() : route.continue(),
        ),
    })
    await page.locator(DEMO).first().scrollIntoViewIfNeeded()
    await page.mouse.move(1, 1)
    await page.getByText(catalogue('en').still.failed).first().waitFor()
    expect((await figures(page))[0]).toBe(built[0])
  })
})

describe('a figure', () => {
  test.for(LOCALES)('is the same in the prose, as built, and live (%s)', async (locale, { open }) => {
    const { acknowledged, lost } = namedFigures('split-brain')
    const words = catalogue(locale).demo
    const numbers = [acknowledged, lost].map((value) => words.number(value ?? Number.NaN))
    const page = await open(`${locale}/split-brain/`)
    const prose = await page.locator('[data-prose] [data-figure]').allInnerTexts()
    for (const number of numbers) {
      expect(prose.some((text) => text.includes(number))).toBe(true)
      expect((await verdicts(page.locator(DEMO).first()))[0]).toContain(number)
    }
    const demo = await liveDemo(page)
    for (const number of numbers) expect((await verdicts(demo))[0]).toContain(number)
  })

  test('marks a host everywhere when it is pointed at in one place', async ({ open }) => {
    const page = await open('en/split-brain/')
    const demo = await liveDemo(page)
    const filter = () =>
      demo
        .locator('[data-host][data-e="0"] > :first-child')
        .first()
        .evaluate((node) => getComputedStyle(node).filter)
    const before = await filter()
    await demo.locator('[data-part="verdict"] [data-part="host"][data-e="0"]').first().hover()
    expect(await filter()).not.toBe(before)
  })

  test('is printed with its storyboard and without its controls', async ({ open }) => {
    const page = await open('en/split-brain/')
    const demo = await liveDemo(page)
    await page.emulateMedia({ media: 'print' })
    expect(await demo.locator('[data-part="controls"]').isVisible()).toBe(false)
    expect(await demo.getByRole('tablist').isVisible()).toBe(false)
    expect(await demo.locator('[data-part="storyboard"]').isVisible()).toBe(true)
    expect(await demo.getByText('redis.conf').first().isVisible()).toBe(true)
    expect(await demo.locator('[data-plan]:visible').isVisible()).toBe(true)
  })
})

const TABS = Object.keys(catalogue('en').demo.panels.tabs) as readonly TabCode[]

describe.each(TABS)('with the tab “%s” chosen', (code) => {
  test.for([
    ['en/split-brain/', 'en'],
    ['zh-CN/min-replicas-to-write/', 'zh-CN'],
  ] as const)('axe finds nothing on %s in either theme, and nothing has a style of its own', async ([path, locale], { open }) => {
    const page = await open(path)
    await chooseAll(page, code, locale)
    await expectAxeFindsNothing(page, DEMO)
    expect(await page.locator(`${DEMO} [style]`).count()).toBe(0)
  })

  test.for([390, 1280])('nothing is wider than a window of %i px', async (width, { open }) => {
    const page = await open('zh-CN/min-replicas-to-write/', { width })
    await chooseAll(page, code, 'zh-CN')
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth])
    expect(widths[0]).toBe(widths[1])
  })
})
