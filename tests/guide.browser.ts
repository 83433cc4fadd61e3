// The guide to the settings: what answers and addresses lead to, with scripts and without, and what is copied and printed.
import type { Page } from 'playwright-core'
import { describe } from 'vitest'
import { LOCALES } from '@/lib/locale'
import { expectAxeFindsNothing } from './axe'
import { expect, test } from './browser'

/** What can be seen of a file. */
const fileOf = (page: Page, name: string) =>
  page
    .locator('[data-snippet]', { hasText: name })
    .locator('pre')
    .last()
    .evaluate((pre) => (pre as HTMLElement).innerText)

const answer = (page: Page, question: string, value: string) =>
  page.locator(`label:has([name="${question}"][value="${value}"])`).click()

/** The answers that are marked. */
const marked = (page: Page) =>
  page
    .locator('label:has(span[aria-hidden]:visible) input')
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value))

const address = (page: Page) => page.locator('[data-guide] a[id]:visible').evaluateAll((links) => links.map(({ id }) => id))

const rows = (page: Page) => page.locator('[data-guide] tbody[data-replicas]:visible tr').count()

const ways = [{ javaScript: false }, { javaScript: true }]

describe.each(ways)('with JavaScript: $javaScript', (way) => {
  test('nothing answered leads to what every page recommends', async ({ open }) => {
    const page = await open('en/settings/', way)
    expect(await marked(page)).toEqual(['two', 'refused', 'no', 'usual', 'no'])
    expect(await address(page)).toEqual(['two-replicas-keep-writing'])
    expect(await rows(page)).toBe(6)
    const conf = await fileOf(page, 'redis.conf')
    const other = await open('en/split-brain/', way)
    expect(conf).toBe(await fileOf(other, 'redis.conf'))
    expect(await fileOf(page, 'sentinel.conf')).toBe(await fileOf(other, 'sentinel.conf'))
  })

  test('an answer changes the lines that depend on it', async ({ open }) => {
    const page = await open('zh-CN/settings/', way)
    const before = (await fileOf(page, 'redis.conf')).split('\n')
    await answer(page, 'worse', 'lost')
    await answer(page, 'failover', 'quick')
    await answer(page, 'power', 'yes')
    const after = (await fileOf(page, 'redis.conf')).split('\n')
    expect(before.filter((line) => !after.includes(line))).toEqual(['min-replicas-to-write 1', 'min-replicas-max-lag 3'])
    expect(after.filter((line) => !before.includes(line) && !line.startsWith('#'))).toEqual([
      'min-replicas-to-write 2',
      'min-replicas-max-lag 1',
      'appendfsync always',
    ])
    expect(await fileOf(page, 'sentinel.conf')).toContain('down-after-milliseconds m 3000')
    expect(await address(page)).toEqual(['two-replicas-no-loss-quick-power'])
  })

  test('an address opens its answers, in view, and another answer changes them', async ({ open }) => {
    const page = await open('en/settings/#one-replica-no-loss-wait', way)
    expect(await marked(page)).toEqual(['one', 'lost', 'yes', 'usual', 'no'])
    expect(await fileOf(page, 'redis.conf')).toMatch(/min-replicas-to-write 1\n[\s\S]*replica-priority 100\n/)
    expect(await rows(page)).toBe(5)
    expect(await page.locator('[data-guide] li:visible', { hasText: 'WAIT 1 1000' }).count()).toBe(1)
    await expect
      .poll(() => page.locator('#one-replica-no-loss-wait').evaluate((link) => link.getBoundingClientRect().top))
      .toBeLessThan(500)
    await answer(page, 'replicas', 'three')
    expect(await marked(page)).toEqual(['three', 'lost', 'yes', 'usual', 'no'])
    expect(await address(page)).toEqual(['three-replicas-no-loss-wait'])
  })

  test('the keyboard answers', async ({ open }) => {
    const page = await open('en/settings/', way)
    await page.locator('[name="worse"]').first().focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowRight')
    expect(await address(page)).toEqual(['two-replicas-no-loss'])
  })

  test('paper has what was chosen', async ({ open }) => {
    const page = await open('en/settings/#two-replicas-no-loss', way)
    await page.emulateMedia({ media: 'print' })
    expect(await fileOf(page, 'redis.conf')).toContain('min-replicas-to-write 2')
    expect(await rows(page)).toBe(6)
  })
})

test('answers stand in the address of the page, and a link on it answers anew', async ({ open }) => {
  const page = await open('en/settings/')
  await answer(page, 'replicas', 'three')
  expect(new URL(page.url()).hash).toBe('#three-replicas-keep-writing')
  await page.locator('a[href="#one-replica-keep-writing"]', { hasText: 'single' }).click()
  expect(await marked(page)).toEqual(['one', 'refused', 'no', 'usual', 'no'])
  // Another section of the page is no answer.
  await page.goto(new URL('#what-remains', page.url()).href)
  expect(await address(page)).toEqual(['one-replica-keep-writing'])
  await page.reload()
  expect(await address(page)).toEqual(['two-replicas-keep-writing'])
})

test('what is copied is what is seen, behind a line that says where it comes from', async ({ open }) => {
  const page = await open('en/settings/#two-replicas-no-loss')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.locator('[data-snippet]', { hasText: 'redis.conf' }).locator('button[data-copy]').click()
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('min-replicas-to-write 2')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  const [source = '', ...lines] = copied.split('\n')
  expect(source).toMatch(/^# from http\S+\/en\/settings\/#two-replicas-no-loss$/)
  expect(lines.join('\n')).toBe(await fileOf(page, 'redis.conf').then((file) => `${file.trimEnd()}\n`))
})

describe.each(LOCALES)('in %s', (locale) => {
  test('axe finds nothing', async ({ open }) => {
    await expectAxeFindsNothing(await open(`${locale}/settings/`))
  })

  test('a phone scrolls only its tables sideways', async ({ open }) => {
    const page = await open(`${locale}/settings/#three-replicas-no-loss-wait-patient-power`, {
      width: 390,
      height: 844,
      touch: true,
    })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  })
})
