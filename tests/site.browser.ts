// The site around the articles: front door, themes, languages, contents, the missing page.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe } from 'vitest'
import { absolute } from '@/lib/site'
import { words } from '@/lib/words/words'
import { version } from '../package.json'
import { expect, test } from './browser'

const background = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
const LIGHT = 'rgb(252, 251, 248)'
const DARK = 'rgb(20, 22, 26)'

describe('the front door', () => {
  test('forwards each reader to their language', async ({ open }) => {
    const chinese = await open('', { language: 'zh-TW' })
    await chinese.waitForURL('**/zh-CN/')
    const english = await open('', { language: 'en-GB' })
    await english.waitForURL('**/en/')
    const french = await open('', { language: 'fr-FR' })
    await french.waitForURL('**/en/')
  })

  test('offers both languages without JavaScript', async ({ open }) => {
    const page = await open('', { javaScript: false })
    await page.getByRole('link', { name: /首页/ }).click()
    expect(await page.getAttribute('html', 'lang')).toBe('zh-CN')
  })
})

describe('the theme', () => {
  test('follows the system until one is chosen, goes round, and stays after a reload', async ({ open }) => {
    const page = await open('en/', { theme: 'dark' })
    expect(await background(page)).toBe(DARK)
    const toggle = page.getByRole('button', { name: /Theme/ })
    await toggle.click()
    expect(await background(page)).toBe(LIGHT)
    await page.reload()
    expect(await background(page)).toBe(LIGHT)
    await toggle.click()
    expect(await toggle.getAttribute('aria-label')).toBe(words('en').site.theme.dark)
    await toggle.click()
    expect(await toggle.getAttribute('aria-label')).toBe(words('en').site.theme.system)
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
  })

  test('is there before any script file has run', async ({ open }) => {
    const page = await open('en/', {
      theme: 'light',
      scripts: 'empty',
      before: (page) => page.addInitScript(() => localStorage.setItem('lost-writes:theme', 'dark')),
    })
    expect(await background(page)).toBe(DARK)
  })

  test('can be chosen where storage is forbidden', async ({ open }) => {
    const page = await open('en/', {
      before: (page) =>
        page.addInitScript(() => {
          Object.defineProperty(window, 'localStorage', {
            get() {
              throw new DOMException('forbidden', 'SecurityError')
            },
          })
        }),
    })
    const toggle = page.getByRole('button', { name: /Theme/ })
    await toggle.click()
    await toggle.click()
    expect(await background(page)).toBe(DARK)
  })

  test('follows the system without JavaScript, and offers no button that would do nothing', async ({ open }) => {
    const page = await open('zh-CN/', { theme: 'dark', javaScript: false })
    expect(await background(page)).toBe(DARK)
    expect(await page.locator('.theme-toggle').isVisible()).toBe(false)
  })
})

describe('an article', () => {
  test('keeps the place when the language is switched', async ({ open }) => {
    const page = await open('en/split-brain/')
    await page.locator('#after-the-heal').evaluate((heading) => heading.scrollIntoView({ behavior: 'instant' }))
    const other = page.getByRole('link', { name: '中文' })
    await expect.poll(() => other.getAttribute('href')).toMatch(/\/zh-CN\/split-brain\/#after-the-heal$/)
    await other.click()
    await page.waitForURL('**/zh-CN/split-brain/#after-the-heal')
    expect(await page.getAttribute('html', 'lang')).toBe('zh-CN')
    const heading = page.locator('#after-the-heal')
    await expect.poll(() => heading.evaluate((element) => Math.abs(element.getBoundingClientRect().top))).toBeLessThan(200)
  })

  test('marks the section being read in its contents', async ({ open }) => {
    const page = await open('en/split-brain/', { width: 1600 })
    const current = page.locator('[data-contents] [aria-current]')
    expect(await current.count()).toBe(0)
    for (const id of ['salvage', 'who-believes-what']) {
      await page.locator(`#${id}`).evaluate((heading) => heading.scrollIntoView({ behavior: 'instant' }))
      await expect.poll(() => current.getAttribute('href')).toBe(`#${id}`)
    }
  })

  test('leads on to the next and back', async ({ open }) => {
    const page = await open('en/can-redis-lose-a-write/')
    expect(await page.locator('a[rel=prev]').count()).toBe(0)
    await page.locator('a[rel=next]').click()
    await page.waitForURL('**/en/split-brain/')
    await page.locator('a[rel=prev]').click()
    await page.waitForURL('**/en/can-redis-lose-a-write/')
  })

  test('shows a heading’s link on focus, goes there, and copies the address', async ({ open }) => {
    const page = await open('en/split-brain/')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    const link = page.locator('a[data-link][href="#salvage"]')
    await page.locator('#salvage').scrollIntoViewIfNeeded()
    expect(await link.evaluate((element) => getComputedStyle(element).opacity)).toBe('0')
    await page.locator('a[data-link][href="#full-resync"]').focus()
    await page.keyboard.press('Shift+Tab')
    await link.focus()
    await page.keyboard.press('Enter')
    expect(page.url()).toMatch(/#salvage$/)
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(page.url())
  })

  test('copies a snippet', async ({ open }) => {
    const page = await open('en/split-brain/')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    const snippet = page.locator('[data-snippet]', { hasText: 'redis-cli --rdb' })
    await snippet.getByRole('button').click()
    await snippet.getByText(words('en').copying.copied).waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toMatch(/^# On the old primary.*\nredis-cli INFO replication \| grep \^master_repl_offset\n/)
    expect(copied).toMatch(/[^\n]\n$/)
  })

  test('can be read without JavaScript', async ({ open }) => {
    const page = await open('zh-CN/split-brain/', { javaScript: false })
    await page.locator('[data-contents] a[href="#salvage"]').click()
    expect(await page.locator('#salvage').isVisible()).toBe(true)
    expect(await page.locator('[data-copy]').first().isVisible()).toBe(false)
  })

  test('prints without what only a screen can use, and with the addresses of its sources', async ({ open }) => {
    const page = await open('en/split-brain/', { theme: 'dark' })
    await page.emulateMedia({ media: 'print' })
    for (const part of ['body > header', '[data-contents]', '[data-copy]', '[data-neighbours]']) {
      expect(await page.locator(part).first().isVisible(), part).toBe(false)
    }
    const link = page.locator('a[href="https://aphyr.com/posts/283-jepsen-redis"]')
    expect(await link.evaluate((element) => getComputedStyle(element, '::after').content)).toContain('aphyr.com')
    expect(await background(page)).toBe('rgb(255, 255, 255)')
  })

  test('prints what it is cited by: its address, its commit, and the ids of headings and figures', async ({ open }) => {
    const page = await open('zh-CN/split-brain/')
    const cited = page.getByRole('contentinfo').getByText(absolute('/zh-CN/split-brain/'))
    expect(await cited.isVisible()).toBe(false)
    await page.emulateMedia({ media: 'print' })
    expect(await cited.isVisible()).toBe(true)
    expect(await page.getByRole('contentinfo').getByText(version).isVisible()).toBe(true)
    for (const id of ['salvage', 'demo-split-brain']) {
      expect(await page.locator(`#${id}`).evaluate((one) => getComputedStyle(one, '::after').content)).toContain(id)
    }
  })

  test('stays legible where the reader’s system sets the colours, whatever theme was chosen', async ({ open }) => {
    const page = await open('en/split-brain/')
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'))
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light dark')
    const [chosen, other] = await Promise.all(
      [true, false].map((selected) =>
        page
          .getByRole('tab', { selected })
          .first()
          .evaluate((tab) => getComputedStyle(tab).borderBottomColor),
      ),
    )
    expect(chosen).not.toBe(other)
  })

  test('begins with a link past the header for the keyboard', async ({ open }) => {
    const page = await open('en/split-brain/')
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: words('en').site.skipLink })
    expect(await skip.evaluate((link) => link === document.activeElement && link.getBoundingClientRect().top >= 0)).toBe(true)
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('text')
  })
})

test('home begins with its demo beside the title, and leads to each article with its figure in miniature', async ({ open }) => {
  const page = await open('en/')
  const [title, figure] = await Promise.all([page.locator('h1').boundingBox(), page.locator('figure').boundingBox()])
  expect(figure?.x).toBeGreaterThan((title?.x ?? 0) + (title?.width ?? 0))
  expect((figure?.y ?? 0) + (figure?.height ?? 0)).toBeLessThanOrEqual(800)
  const articles = page.getByRole('region', { name: words('en').site.articles }).getByRole('listitem')
  const written = readdirSync(join('content', 'en')).map((file) => readFileSync(join('content', 'en', file), 'utf8'))
  expect(await articles.count()).toBe(written.length)
  const pictured = articles.filter({ has: page.locator('svg') })
  expect(await pictured.count()).toBe(written.filter((text) => /<(?:Demo|Scene|Compare)\b/.test(text)).length)
  for (const article of await pictured.all()) {
    expect(await article.locator('svg[aria-hidden]').isVisible()).toBe(true)
    expect((await article.locator('svg').innerHTML()).length).toBeLessThan(2000)
  }
})

test('a missing page speaks the language of its address, header and all', async ({ open }) => {
  const page = await open('zh-CN/no-such-page/', { status: 404 })
  expect(
    await page
      .getByRole('banner')
      .getByRole('link', { name: words('zh-CN').site.howWeKnow })
      .isVisible(),
  ).toBe(true)
  expect(await page.getByRole('banner').count()).toBe(1)
  await page.getByRole('button', { name: words('zh-CN').site.theme.system }).click()
  expect(await page.getByRole('button', { name: words('zh-CN').site.theme.light }).isVisible()).toBe(true)
  expect(await page.getByText(words('zh-CN').site.notFound.title).isVisible()).toBe(true)
  expect(await page.getByText(words('en').site.notFound.title).isVisible()).toBe(false)
  expect(await page.getAttribute('html', 'lang')).toBe('zh-CN')
})

test('a missing page in no language says so in both, with a way back', async ({ open }) => {
  const page = await open('no-such-page/', { status: 404 })
  for (const locale of ['en', 'zh-CN'] as const) await page.getByText(words(locale).site.notFound.title).waitFor()
  await page.getByRole('link', { name: words('zh-CN').site.notFound.home }).click()
  await page.waitForURL('**/zh-CN/')
})
