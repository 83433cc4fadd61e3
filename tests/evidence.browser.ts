// The page "How we know", and the way there from each demo.
import { describe } from 'vitest'
import { evidenceNames } from '@/lib/evidence/subjects'
import { LOCALES } from '@/lib/locale'
import { expectAxeFindsNothing } from './axe'
import { expect, test } from './browser'
import { attributes, outputPages } from './output'

const pages = outputPages()
const demoLinks = (html: string): readonly string[] =>
  [...html.matchAll(/<p class="demo-proof">.*?<\/p>/g)].flatMap(([links]) => attributes(links, 'a', 'href'))

describe.each(LOCALES)('%s', (locale) => {
  const path = `${locale}/how-we-know/`
  const html = pages.find(({ file }) => file === `${path}index.html`)?.html ?? ''

  test('has a row for every scenario, named after it', () => {
    const ids = attributes(html, 'h4', 'id')
    expect(ids).toEqual(evidenceNames)
    for (const name of evidenceNames) expect(attributes(html, 'a', 'href')).toContain(`#${name}`)
  })

  test('is where each demo leads to, without JavaScript too', () => {
    const demos = pages.filter(({ file }) => file.startsWith(`${locale}/`) && file !== `${path}index.html`)
    for (const demo of demos) {
      const links = demoLinks(demo.html)
      expect(links.length, demo.file).toBeGreaterThanOrEqual(demo.html.match(/<figure class="demo/g)?.length ?? 0)
      for (const link of links) expect(evidenceNames).toContain(link.split('#')[1])
    }
    expect(demos.flatMap((demo) => demoLinks(demo.html)).length).toBeGreaterThan(0)
  })

  test('hides no disagreement: rows, index and summary tell of the same ones', async ({ open }) => {
    const page = await open(path, { javaScript: false })
    for (const entry of await page.locator('.evidence-entry').all()) {
      const lines = await entry.locator('tr.evidence-odd, .evidence-quantity.evidence-odd').count()
      const agreement = await entry.getAttribute('data-agreement')
      expect(agreement === 'disagree').toBe(lines > 0)
      const id = await entry.locator('h4').getAttribute('id')
      const mark = page.locator(`.evidence-index li:has(a[href="#${id}"]) .evidence-mark`)
      expect(await mark.getAttribute('class')).toContain(`evidence-mark-${agreement}`)
    }
    const odd = await page.locator('tr.evidence-odd').count()
    expect((await page.locator('.evidence-verdict.evidence-odd').count()) > 0).toBe(odd > 0)
  })

  test('shows each measured quantity as a plot that says in words what it shows', async ({ open }) => {
    const page = await open(path, { javaScript: false })
    const entry = page.locator('.evidence-entry:has(#split-brain)')
    const plots = await entry.locator('.evidence-plot').all()
    expect(plots.length).toBeGreaterThan(3)
    for (const plot of plots) {
      expect(await plot.getAttribute('aria-label')).toMatch(locale === 'en' ? /Real: .*Simulated: / : /真实：.*模拟：/)
      expect(Number(await plot.locator('.evidence-run').getAttribute('data-runs'))).toBeGreaterThanOrEqual(5)
    }
  })

  test('shows as many runs as it counts', async ({ open }) => {
    const page = await open(path, { javaScript: false })
    const recorded = await page.locator('.evidence-entry:not([data-agreement="none"])').count()
    expect(await page.locator('.evidence-verdict').innerText()).toContain(String(recorded))
  })
})

test('a demo leads to the row of its scenario', async ({ open }) => {
  const page = await open('en/split-brain/')
  await page.locator('.demo-proof a').first().click()
  await page.waitForURL('**/en/how-we-know/#split-brain')
  // The page scrolls there smoothly, which takes its time.
  const top = () => page.locator('#split-brain').evaluate((title) => title.getBoundingClientRect().top)
  await expect.poll(top).toBeLessThan(200)
})

// The page is looked at in tests/looks.browser.ts at the usual width.
test('axe finds nothing in a row on a phone in either theme', async ({ open }) => {
  const page = await open('zh-CN/how-we-know/', { width: 390, scripts: 'empty' })
  await page.locator('.evidence-entry:not(:has(#split-brain))').evaluateAll((others) => {
    for (const other of others) other.remove()
  })
  await expectAxeFindsNothing(page, '.evidence-entry')
})
