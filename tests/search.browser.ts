// Searching: by keyboard, with a finger, in both languages; and what happens when it can't be loaded.
import type { Page } from 'playwright-core'
import { describe } from 'vitest'
import { LOCALES } from '@/lib/locale'
import { words } from '@/lib/words/words'
import { expectAxeFindsNothing } from './axe'
import { expect, test } from './browser'

const field = (page: Page) => page.getByRole('combobox', { name: /^(Search|搜索)$/ })
const options = (page: Page) => page.getByRole('option')
const chosen = (page: Page) => page.locator('[role=option][aria-selected=true]')
const button = (page: Page) => page.locator('[data-search]')

/** The id of the option that whoever speaks for the field says is chosen. */
const active = (page: Page) => field(page).getAttribute('aria-activedescendant')

async function opened(page: Page): Promise<void> {
  await page.keyboard.press('/')
  await options(page).first().waitFor()
}

describe('by keyboard', () => {
  test('opens at /, finds while somebody types, and follows what is chosen', async ({ open }) => {
    const page = await open('en/faq/')
    await opened(page)
    expect(await field(page).evaluate((input) => input === document.activeElement)).toBe(true)
    await page.keyboard.type('split brain')
    await expect.poll(() => chosen(page).textContent()).toContain('Split brain, second by second')
    const first = await active(page)
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => active(page)).not.toBe(first)
    expect(await chosen(page).getAttribute('id')).toBe(await active(page))
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    await expect.poll(() => chosen(page).getAttribute('id')).toBe(await options(page).last().getAttribute('id'))
    expect(await chosen(page).evaluate((option) => option.getBoundingClientRect().bottom <= innerHeight)).toBe(true)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/en/split-brain/')
  })

  test.for(['Control+k', 'Meta+k'])('opens at %s', async (keys, { open }) => {
    const page = await open('en/faq/')
    await page.keyboard.press(keys)
    await field(page).waitFor()
  })

  test('leads to a section of the page that is open, and is gone then', async ({ open }) => {
    const page = await open('en/faq/')
    await opened(page)
    await page.keyboard.type('virtual ip')
    await expect.poll(() => chosen(page).getAttribute('href')).toMatch(/\/en\/faq\/#vip$/)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/en/faq/#vip')
    expect(await page.locator('dialog').count()).toBe(0)
    await expect.poll(() => page.locator('#vip').evaluate((heading) => heading.getBoundingClientRect().top)).toBeLessThan(300)
  })

  test('closes at Escape, and whoever opened it is back where they were', async ({ open }) => {
    const page = await open('en/faq/')
    await button(page).focus()
    await page.keyboard.press('Enter')
    await field(page).waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('dialog').count()).toBe(0)
    expect(await button(page).evaluate((element) => element === document.activeElement)).toBe(true)
  })

  test('leaves alone who types elsewhere', async ({ open }) => {
    const page = await open('en/split-brain/')
    await page.mouse.move(100, 100)
    const input = page.locator('figure input:not([type=range])').first()
    await input.focus()
    await page.keyboard.press('/')
    await page.keyboard.press('Control+k')
    await page.waitForTimeout(300)
    expect(await page.locator('dialog').count()).toBe(0)
  })

  test('asks nothing while a word is still being composed', async ({ open }) => {
    const page = await open('zh-CN/faq/')
    await opened(page)
    const session = await page.context().newCDPSession(page)
    await session.send('Input.imeSetComposition', { text: 'nao lie', selectionStart: 7, selectionEnd: 7 })
    expect(await options(page).first().textContent()).toContain('NOREPLICAS')
    await session.send('Input.insertText', { text: '脑裂' })
    await expect.poll(() => options(page).first().textContent()).toContain('脑裂')
  })
})

describe('what it says', () => {
  test.for(LOCALES)(
    'before anything is typed, where something is found and where nothing is, in %s',
    async (locale, { open }) => {
      const said = words(locale).search
      const page = await open(`${locale}/faq/`)
      await opened(page)
      const status = page.locator('dialog').getByRole('status')
      expect(await status.textContent()).toBe(said.offered)
      expect(await options(page).count()).toBeGreaterThan(5)
      expect(await field(page).getAttribute('placeholder')).toBe(said.placeholder)
      await field(page).fill('MASTERDOWN')
      await expect.poll(() => status.textContent()).toBe(said.found.one.replace('{number}', '1'))
      await field(page).fill('NOREPLICAS')
      await expect
        .poll(() => status.textContent())
        .toBe(said.found.other.replace('{number}', String(await options(page).count())))
      await field(page).fill('xylophone')
      await expect.poll(() => status.textContent()).toBe(said.nothing)
      expect(
        await options(page)
          .filter({ hasText: words(locale).glossary.title })
          .count(),
      ).toBe(1)
    },
  )

  test('marks the words in what it found', async ({ open }) => {
    const page = await open('zh-CN/faq/')
    await opened(page)
    await page.keyboard.type('脑裂')
    await expect.poll(() => chosen(page).locator('mark').first().textContent()).toBe('脑裂')
  })

  test('is never markup of somebody else’s', async ({ open }) => {
    const typed = '<img src=x onerror=alert(1)> NOREPLICAS "><script>alert(1)</script>'
    const page = await open(`en/faq/?q=${encodeURIComponent(typed)}`)
    await options(page).first().waitFor()
    expect(await field(page).inputValue()).toBe(typed)
    expect(await page.locator('dialog :is(img, script)').count()).toBe(0)
  })
})

test('an address with a query opens it with that', async ({ open }) => {
  const page = await open('zh-CN/?q=%E8%84%91%E8%A3%82')
  await expect.poll(() => chosen(page).getAttribute('href')).toMatch(/\/zh-CN\/split-brain\/$/)
})

describe('with a finger or a pointer', () => {
  test('opens, follows and closes on a phone, within the window', async ({ open }) => {
    for (const width of [320, 390]) {
      const page = await open('zh-CN/faq/', { width, height: 700, touch: true })
      await button(page).tap()
      await field(page).fill('哨兵 quorum')
      await expect.poll(() => chosen(page).count()).toBe(1)
      const box = await page.locator('dialog').boundingBox()
      expect(box?.x).toBeGreaterThanOrEqual(0)
      expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(width)
      expect((box?.y ?? 0) + (box?.height ?? 999)).toBeLessThanOrEqual(700)
      expect(await page.locator('dialog').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
      await page.getByRole('button', { name: words('zh-CN').search.close }).tap()
      await expect.poll(() => page.locator('dialog').count()).toBe(0)
      await button(page).tap()
      await field(page).fill('哨兵')
      await options(page).filter({ hasText: '哨兵投票' }).first().tap()
      await page.waitForURL('**/zh-CN/sentinel-votes/**')
    }
  })

  test('closes at a click beside it', async ({ open }) => {
    const page = await open('en/faq/')
    await button(page).click()
    await field(page).waitFor()
    await page.mouse.click(10, 600)
    await expect.poll(() => page.locator('dialog').count()).toBe(0)
  })
})

test.for(LOCALES)('Axe finds nothing while it is open, in %s', async (locale, { open }) => {
  const page = await open(`${locale}/faq/`)
  await opened(page)
  await field(page).fill('WAIT')
  await expect.poll(() => page.locator('dialog mark').count()).toBeGreaterThan(0)
  await expectAxeFindsNothing(page, 'dialog')
})

test('what is chosen can be told where colours are forced', async ({ open }) => {
  const page = await open('en/faq/')
  await page.emulateMedia({ forcedColors: 'active' })
  await opened(page)
  const outline = (option: Element) => getComputedStyle(option).outlineStyle
  expect(await chosen(page).evaluate(outline)).toBe('solid')
  expect(await options(page).last().evaluate(outline)).toBe('none')
})

describe('what can’t be loaded', () => {
  test.for(['**/islands/search-*.js', '**/search.json'])('is said in one sentence: %s', async (missing, { open }) => {
    const page = await open('en/faq/', {
      before: (page) => page.route(missing, (route) => route.abort()),
      logs: /ERR_FAILED/,
    })
    await button(page).click()
    await page.getByText(words('en').site.search.failed).waitFor()
  })

  test('is tried again', async ({ open }) => {
    const page = await open('en/faq/', { logs: /ERR_FAILED/ })
    await page.route('**/search.json', (route) => route.abort())
    await button(page).click()
    await page.getByText(words('en').site.search.failed).waitFor()
    await page.keyboard.press('Escape')
    await page.unroute('**/search.json')
    await button(page).click()
    await options(page).first().waitFor()
  })
})

test('nothing is offered that would do nothing: without JavaScript there is no button', async ({ open }) => {
  const page = await open('en/', { javaScript: false })
  expect(await button(page).isVisible()).toBe(false)
})

test('a missing page is searched in the language that it speaks', async ({ open }) => {
  const page = await open('zh-CN/no-such-page/', { status: 404 })
  await opened(page)
  expect(await page.locator('dialog').getAttribute('lang')).toBe('zh-CN')
  expect(await options(page).first().getAttribute('href')).toContain('/zh-CN/')
})
