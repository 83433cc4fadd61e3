// What is copied from a page, as it arrives where it is pasted: the clipboard is Chromium's own.
import { chromium, type Locator, type Page } from 'playwright-core'
import { describe } from 'vitest'
import { words as catalogue } from '@/lib/words/words'
import { BROWSER, CHROMIUM_FLAGS, findChromium, whyMissing } from '../scripts/test/programs.mjs'
import { expect, test } from './browser'
import { liveDemo, panel } from './demos'

const PATH = 'en/split-brain/'
const { copying, demo: demoWords } = catalogue('en')
const GATE = 'min-replicas-to-write'

const menu = (page: Page): Locator => page.locator('[data-part="link-menu"]')

/** Pastes into a field for rich text, as a wiki has one, and into one for plain text. */
async function pasted(
  page: Page,
): Promise<{ readonly rich: { href: string | null; text: string | null }; readonly plain: string }> {
  await page.evaluate(() => {
    for (const id of ['rich', 'plain']) document.getElementById(id)?.remove()
    const rich = document.createElement('div')
    rich.id = 'rich'
    rich.contentEditable = 'true'
    const plain = document.createElement('textarea')
    plain.id = 'plain'
    document.querySelector('main')?.prepend(rich, plain)
  })
  for (const id of ['rich', 'plain']) {
    await page.locator(`#${id}`).focus()
    await page.keyboard.press('Control+V')
  }
  const link = page.locator('#rich a')
  const rich =
    (await link.count()) === 1
      ? { href: await link.getAttribute('href'), text: await link.innerText() }
      : { href: null, text: null }
  return { rich, plain: await page.locator('#plain').inputValue() }
}

async function pressHeading(page: Page, id: string): Promise<void> {
  await page.locator(`#${id}`).scrollIntoViewIfNeeded()
  await page.locator(`a[data-link][href="#${id}"]`).focus()
  await page.keyboard.press('Enter')
  await menu(page).waitFor()
}

describe('the link of a heading', () => {
  test.for(['en', 'zh-CN'] as const)('arrives in a wiki as one titled link, by keyboard, in %s', async (locale, { open }) => {
    const page = await open(`${locale}/split-brain/`)
    await pressHeading(page, 'salvage')
    expect(await menu(page).getByRole('status').innerText()).toBe(catalogue(locale).copying.done.titled)
    const title = `${await page.locator('#salvage').innerText()} · ${await page.title()}`
    const address = page.url()
    expect(address).toMatch(/#salvage$/)
    expect(await pasted(page)).toEqual({ rich: { href: address, text: title }, plain: address })
  })

  test.for([
    ['markdown', /^\[.+\]\(http\S+#salvage\)$/],
    ['confluence', /^\[.+\|http\S+#salvage\]$/],
    ['address', /^http\S+#salvage$/],
  ] as const)('has another form: %s', async ([form, expected], { open }) => {
    const page = await open(PATH)
    await pressHeading(page, 'salvage')
    await menu(page).getByRole('button', { name: copying.forms[form] }).click()
    expect(await menu(page).getByRole('status').innerText()).toBe(copying.done[form])
    const { rich, plain } = await pasted(page)
    expect(rich.href).toBeNull()
    expect(plain).toMatch(expected)
  })

  test('has a menu that a phone has room for, and that goes away', async ({ open }) => {
    const page = await open(PATH, { width: 390, touch: true })
    await pressHeading(page, 'salvage')
    const box = await menu(page).boundingBox()
    expect(box?.x).toBeGreaterThanOrEqual(0)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390)
    await page.keyboard.press('Escape')
    expect(await menu(page).count()).toBe(0)
    await pressHeading(page, 'salvage')
    await page.locator('h1').click()
    expect(await menu(page).count()).toBe(0)
  })

  test('says so where the browser won’t copy, and offers the text', async ({ open }) => {
    const page = await open(PATH, {
      before: (opened) => opened.addInitScript(() => Object.assign(document, { execCommand: () => false })),
    })
    await pressHeading(page, 'salvage')
    expect(await menu(page).getByRole('status').innerText()).toContain(copying.failed)
    expect(await menu(page).getByRole('textbox').inputValue()).toBe(page.url())
  })
})

describe('the link of a demo', () => {
  test('leads to what it shows, and says in its title what that is', async ({ open }) => {
    const page = await open(PATH)
    const demo = await liveDemo(page)
    await demo.getByRole('textbox', { name: GATE }).fill('1')
    await demo.getByRole('button', { name: demoWords.player.otherSeed }).click()
    await demo.getByRole('button', { name: demoWords.player.nextMoment }).click()
    await expect.poll(() => page.url()).toContain('at=')
    const link = demo.getByRole('link', { name: demoWords.player.link, exact: true })
    await link.click()
    await menu(page).waitFor()
    const { rich, plain } = await pasted(page)
    expect(plain).toBe(page.url())
    expect(rich.href).toBe(page.url())
    expect(rich.text).toContain(`${GATE} 1 · ${demoWords.player.seed(8, false)} · `)
    expect(rich.text?.endsWith(await page.title())).toBe(true)
  })

  test('that stands as it was built leads to it by its id', async ({ open }) => {
    const page = await open('zh-CN/split-brain/', { width: 390 })
    const demo = await liveDemo(page)
    await demo.getByRole('link', { name: catalogue('zh-CN').demo.player.link, exact: true }).click()
    await menu(page).waitFor()
    const box = await menu(page).boundingBox()
    expect(box?.x).toBeGreaterThanOrEqual(0)
    const { plain } = await pasted(page)
    expect(plain).toBe(`${page.url()}#demo-split-brain`)
  })
})

describe('a file that is copied', () => {
  test('begins with the section that it stands in', async ({ open }) => {
    const page = await open('en/min-replicas-to-write/')
    const snippet = page.locator('[data-snippet="file"]:not([data-island] *)').first()
    await snippet.scrollIntoViewIfNeeded()
    await snippet.getByRole('button').click()
    await snippet.getByText(copying.copied).waitFor()
    const { plain } = await pasted(page)
    expect(plain).toMatch(/^# from http\S+\/en\/min-replicas-to-write\/#[a-z-]+\n/)
    expect(plain).toMatch(/\nmin-replicas-to-write \d/)
  })

  test('begins with the demo whose settings it has', async ({ open }) => {
    const page = await open(PATH)
    const demo = await liveDemo(page)
    await demo.getByRole('textbox', { name: GATE }).fill('1')
    await expect.poll(() => page.url()).toContain(`${GATE}=1`)
    const conf = await panel(demo, 'conf')
    await conf.getByRole('button').first().click()
    await conf.getByText(copying.copied).first().waitFor()
    const { plain } = await pasted(page)
    expect(plain).toContain(`# from ${page.url().replace('&tab=conf', '')}`.slice(0, 40))
    expect(plain).toMatch(/min-replicas-to-write 1/)
  })
})

test('the page that tells how to link shows what can be copied, on plain HTTP too', async ({ browser: found, address, skip }) => {
  if (!found) return skip(whyMissing(BROWSER) ?? '')
  // Another name than localhost is no secure context without TLS: there is no navigator.clipboard.
  const args = [...CHROMIUM_FLAGS, '--host-resolver-rules=MAP wiki.test localhost']
  const browser = await chromium.launch({ executablePath: findChromium() ?? '', args })
  try {
    const page = await browser.newPage()
    const { port, pathname } = new URL(address)
    await page.goto(`http://wiki.test:${port}${pathname}en/link/`)
    expect(await page.evaluate(() => isSecureContext)).toBe(false)
    const expected = [
      /#[a-z-]+\n$/,
      /\?demo=split-brain&min-replicas-to-write=1&at=promoted&k=\d+&end=[0-9a-f]{4}\n$/,
      /^\[.+\]\(.+\)\n$/,
      /^\[.+\|.+\]\n$/,
    ]
    for (const [index, form] of expected.entries()) {
      const snippet = page.locator('[data-snippet]').nth(index)
      await snippet.getByRole('button').click()
      await snippet.getByText(copying.copied).waitFor()
      expect((await pasted(page)).plain).toMatch(form)
    }
    await pressHeading(page, 'demos')
    expect((await pasted(page)).rich.href).toBe(page.url())
  } finally {
    await browser.close()
  }
})
