// Prose beside its demo: what stands where, what a time in the prose does, what reading on does, paper.
import type { Page } from 'playwright-core'
import { describe } from 'vitest'
import { expect, test } from './browser'
import { cursor, holdDemos, liveDemo, release } from './demos'

const PAGE = 'en/split-brain/'
const DEMO = 'demo-split-brain'

/** Writes down what the page tells its first demo. Called before the page is opened. */
async function listen(page: Page): Promise<void> {
  await page.addInitScript((id) => {
    const told: number[] = []
    Object.assign(window, { told })
    document.addEventListener(
      'lost-writes:moment',
      (event) => {
        if (event instanceof CustomEvent && event.target instanceof Element && event.target.id === id) told.push(event.detail.at)
      },
      { capture: true },
    )
  }, DEMO)
}

const told = (page: Page) => page.evaluate(() => (window as unknown as { told: number[] }).told)

async function scrollTo(page: Page, selector: string, top: number): Promise<void> {
  await page.evaluate(
    ([selector, top]) => {
      const { y } = document.querySelector(selector)?.getBoundingClientRect() ?? { y: 0 }
      window.scrollBy({ top: y - top, behavior: 'instant' })
    },
    [selector, top] as const,
  )
}

describe('on a wide window', () => {
  test('the demo stays beside the prose, whole, while its scene is read', async ({ open }) => {
    const page = await open(PAGE)
    await liveDemo(page)
    for (const id of ['who-believes-what', 'why-nobody-told-the-client', 'after-the-heal', 'full-resync']) {
      await scrollTo(page, `#${id}`, 120)
      const { heading, figure, header } = await page.evaluate(
        ([id, demo]) => {
          const box = (element: Element | null) => element?.getBoundingClientRect().toJSON() as DOMRect
          return {
            heading: box(document.getElementById(id)),
            figure: box(document.getElementById(demo)),
            header: box(document.querySelector('body > header')),
          }
        },
        [id, DEMO] as const,
      )
      expect(figure.top, id).toBeGreaterThanOrEqual(header.bottom)
      expect(figure.top, id).toBeLessThan(header.bottom + 24)
      expect(figure.left, id).toBeGreaterThan(heading.right)
      expect(figure.width, id).toBeLessThanOrEqual(620)
      expect(figure.bottom, id).toBeLessThanOrEqual(800)
    }
  })

  test.for([1100, 1200])(
    '%i px wide the stage is laid out for much room, as wherever a demo stands beside its prose',
    async (width, { open }) => {
      const page = await open(PAGE, { width })
      const { beside, plans } = await page.evaluate((demo) => {
        const figure = document.getElementById(demo)
        const prose = document.querySelector('[data-scene-section]')
        const drawn = [...(figure?.querySelectorAll<SVGElement>('svg.stage') ?? [])].filter((svg) => svg.checkVisibility())
        return {
          beside: (prose?.getBoundingClientRect().right ?? Infinity) < (figure?.getBoundingClientRect().left ?? 0),
          plans: drawn.map(({ dataset }) => dataset.plan),
        }
      }, DEMO)
      expect(beside).toBe(true)
      expect(plans).toEqual(['wide'])
    },
  )

  test('in a low window the controls of the demo stay', async ({ open }) => {
    const page = await open(PAGE, { height: 640 })
    await liveDemo(page)
    await scrollTo(page, '#after-the-heal', 120)
    const play = await page.locator(`#${DEMO} [data-part="controls"]`).boundingBox()
    expect(play?.y).toBeGreaterThan(320)
    expect((play?.y ?? 0) + (play?.height ?? 0)).toBeLessThanOrEqual(640)
  })

  test('the first demo stands beside the title', async ({ open }) => {
    const page = await open(PAGE)
    const [title, figure] = await Promise.all([page.locator('h1').boundingBox(), page.locator(`#${DEMO}`).boundingBox()])
    expect(figure?.x).toBeGreaterThan((title?.x ?? 0) + (title?.width ?? 0))
    expect(figure?.y).toBeLessThan(title?.y ?? 0)
  })

  test('reading on tells the demo the moment of each section, and the one being read when it comes to life', async ({ open }) => {
    const page = await open(PAGE, { before: listen })
    const at = await page.locator('[data-scene-section]', { has: page.locator('#after-the-heal') }).getAttribute('data-at')
    await scrollTo(page, '#after-the-heal', 300)
    await expect.poll(async () => (await told(page)).at(-1)).toBe(Number(at))
    const before = (await told(page)).length
    await liveDemo(page)
    await expect.poll(async () => (await told(page)).length).toBeGreaterThan(before)
  })

  test('a time that is pressed takes the demo there, is marked, and leaves the page where it is', async ({ open }) => {
    const page = await open(PAGE)
    const demo = await liveDemo(page)
    await scrollTo(page, '#after-the-heal', 200)
    const before = await page.evaluate(() => scrollY)
    const chip = (moment: string) => page.locator(`a[data-demo="${DEMO}"][data-moment=${moment}]`).last()
    await chip('heal').focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => cursor(demo)).toBe(18.1)
    await expect.poll(() => chip('heal').getAttribute('aria-current')).toBe('step')
    await chip('split').evaluate((element: HTMLElement) => element.click())
    await expect.poll(() => cursor(demo)).toBe(3)
    expect(await chip('heal').getAttribute('aria-current')).toBeNull()
    expect(await page.evaluate(() => scrollY)).toBe(before)
    expect(page.url()).not.toContain('#')
  })

  test('reading on moves no demo that its reader has moved', async ({ open }) => {
    const page = await open(PAGE)
    const demo = await liveDemo(page)
    await scrollTo(page, '#after-the-heal', 200)
    await expect.poll(() => cursor(demo)).toBe(18.1)
    await page
      .locator(`a[data-demo="${DEMO}"][data-moment=split]`)
      .first()
      .evaluate((element: HTMLElement) => element.click())
    await expect.poll(() => cursor(demo)).toBe(3)
    await scrollTo(page, '#full-resync', 200)
    await expect.poll(() => page.locator('[data-contents] [aria-current]').getAttribute('href')).toBe('#full-resync')
    expect(await cursor(demo)).toBe(3)
  })

  test('a time that is pressed before its demo is alive is pressed again for it, once, and marked', async ({ open }) => {
    const page = await open(PAGE, { before: holdDemos })
    const chip = page.locator(`a[data-demo="${DEMO}"]`).first()
    await chip.evaluate((element) => {
      Object.assign(window, { presses: 0 })
      element.addEventListener('click', () =>
        Object.assign(window, { presses: (window as unknown as { presses: number }).presses + 1 }),
      )
    })
    await chip.click()
    await release(page)
    await liveDemo(page)
    await expect.poll(() => page.evaluate(() => (window as unknown as { presses: number }).presses)).toBe(2)
    await expect.poll(() => chip.getAttribute('aria-current')).toBe('step')
  })
})

describe('on a narrow window', () => {
  test('the figure comes before its prose', async ({ open }) => {
    const page = await open(PAGE, { width: 390, height: 844 })
    const scenes = await page.evaluate(() =>
      [...document.querySelectorAll('[data-scene]')].map((scene) => {
        const [figure, prose] = ['figure', '[data-prose]'].map((part) => scene.querySelector(part)?.getBoundingClientRect())
        return (prose?.top ?? 0) - (figure?.bottom ?? 0)
      }),
    )
    expect(scenes.length).toBe(3)
    for (const gap of scenes) {
      expect(gap).toBeGreaterThan(0)
      expect(gap).toBeLessThan(100)
    }
  })

  test('a time that is touched leads to the figure, at its moment', async ({ open }) => {
    const page = await open(PAGE, { width: 390, height: 844, reducedMotion: true, touch: true })
    await scrollTo(page, '#after-the-heal', 200)
    await page.locator(`a[data-demo="${DEMO}"][data-moment=heal]`).last().click()
    expect(new URL(page.url()).hash).toBe(`#${DEMO}`)
    await expect
      .poll(() => page.locator(`#${DEMO}`).evaluate((figure) => Math.abs(figure.getBoundingClientRect().top)))
      .toBeLessThan(100)
  })
})

describe('without JavaScript', () => {
  test('the whole figure can be read beside its prose', async ({ open }) => {
    const page = await open(PAGE, { javaScript: false })
    const figure = page.locator(`#${DEMO}`)
    await page.locator('#after-the-heal').evaluate((heading) => heading.scrollIntoView({ behavior: 'instant' }))
    expect((await figure.boundingBox())?.y).toBeLessThan(0)
  })

  test('a time is a link to the figure', async ({ open }) => {
    const page = await open('zh-CN/split-brain/', { javaScript: false })
    const chip = page.locator(`a[data-demo="${DEMO}"][data-moment=heal]`).last()
    expect(await chip.innerText()).toBe('18.1 秒')
    await chip.click()
    expect(new URL(page.url()).hash).toBe(`#${DEMO}`)
  })
})

describe('on paper', () => {
  /** What an A4 page holds between its margins, as laid out at its width, pixels. */
  const SHEET = { width: 672, height: 987 }

  test.for(['en/', 'en/split-brain/', 'zh-CN/min-replicas-to-write/'])(
    'the first page of %s has the beginning of the figure below the title',
    async (path, { open }) => {
      const page = await open(path, { width: SHEET.width, height: SHEET.height })
      await page.emulateMedia({ media: 'print' })
      const { figure, whole } = await page.evaluate(() => {
        const figure = document.querySelector('figure')
        const parts = [figure, ...(figure?.querySelectorAll('*') ?? [])].filter((part) => part !== null)
        const whole = parts.filter((part) => getComputedStyle(part).breakInside === 'avoid')
        return {
          figure: figure?.getBoundingClientRect().top ?? 0,
          whole: whole.map((part) => part.getBoundingClientRect()).map(({ bottom, height }) => ({ bottom, height })),
        }
      })
      expect(figure).toBeLessThan(SHEET.height / 2)
      expect(whole[0]?.bottom).toBeLessThan(SHEET.height)
      for (const { height } of whole) expect(height).toBeLessThan(SHEET.height / 2)
    },
  )

  test('a time is words, with its number', async ({ open }) => {
    const page = await open(PAGE)
    await page.emulateMedia({ media: 'print' })
    const chip = page.locator(`a[data-demo="${DEMO}"][data-moment=heal]`).last()
    const looks = await chip.evaluate((element) => ({
      background: getComputedStyle(element).backgroundColor,
      number: getComputedStyle(element, '::before').content,
    }))
    expect(looks).toEqual({ background: 'rgba(0, 0, 0, 0)', number: '"4"' })
  })
})
