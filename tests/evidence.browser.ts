// "How we know": the overview, the page of each subject, and the way there from each demo.
import { brotliCompressSync } from 'node:zlib'
import { describe } from 'vitest'
import { entryHref } from '@/lib/evidence/address'
import { evidenceNames, SUBJECTS, subjects } from '@/lib/evidence/subjects'
import { LOCALES } from '@/lib/locale'
import { expect, test } from './browser'
import { liveDemo, panel } from './demos'
import { attributes, outputPages } from './output'

const pages = outputPages()
const htmlAt = (path: string): string => pages.find(({ file }) => file === `${path}index.html`)?.html ?? ''
const demoLinks = (html: string): readonly string[] =>
  [...html.matchAll(/ data-part="proof">.*?<\/ul>/g)].flatMap(([links]) => attributes(links, 'a', 'href'))

/** What could be linked to when all of it was one page, besides the scenarios that there were. Links to it must go on leading somewhere. */
const ONCE_PUBLISHED = [
  ...['text', 'method', 'counted', 'scenarios', 'not-modelled', 'run-the-lab'],
  ...['crash', 'partition', 'gate', 'wait', 'election', 'promotion', 'switch', 'return'].map((name) => `subject-${name}`),
  ...['healthy-crash', 'slow-link-crash', 'slow-link-crash-aof', 'slow-link-crash-wait', 'late-but-talking', 'crash-delay-0'],
  ...['crash-delay-2', 'crash-delay-20', 'crash-delay-100', 'split-brain', 'minority-sentinel', 'old-primary-restarts'],
  ...['idle-split-brain', 'clean-crash-restart', 'split-brain-gated', 'split-brain-lag-3', 'gate-hole', 'gate-closed'],
  ...['gate-new-primary', 'gate-lag-1', 'gate-lag-3', 'gate-lag-10', 'gate-two-of-two', 'gate-one-frozen', 'gate-both-frozen'],
  ...['gate-frozen-primary', 'one-way-from-primary', 'one-way-to-primary', 'wait-one-of-two', 'wait-wrong-replica'],
  ...['wait-equal-priorities', 'wait-own-connection', 'wait-other-connection', 'wait-frozen-replica', 'wait-across-failover'],
  ...['two-sentinels', 'sentinels-2-quorum-1-dead-0', 'sentinels-2-quorum-1-dead-1', 'sentinels-3-quorum-1-dead-1'],
  ...['sentinels-3-quorum-3-dead-1', 'sentinels-4-quorum-2-dead-1', 'sentinels-4-quorum-2-dead-2'],
  ...['sentinels-5-quorum-2-dead-2', 'sentinels-5-quorum-4-dead-2', 'priority-over-offset', 'offset-decides'],
  ...['parallel-syncs-1', 'parallel-syncs-3', 'manual-failover', 'failover-command', 'failover-any-replica'],
  ...['failover-under-sentinels', 'gate-then-switch', 'empty-restart', 'restart-rdb', 'restart-aof', 'blip-partial'],
  'backlog-overrun',
]

/** Of a page's markup, compressed as a host would; its scripts do not depend on what it tells. */
const MOST_BYTES = 12_000

describe.each(LOCALES)('%s', (locale) => {
  const overview = `${locale}/how-we-know/`
  const html = htmlAt(overview)
  const pageOf = (subject: string) => `${overview}${subject}/`

  test('has every place that could be linked to when it was one page', () => {
    expect(ONCE_PUBLISHED).toHaveLength(72)
    expect(attributes(html, '[a-z][a-z0-9]*', 'id')).toEqual(expect.arrayContaining(ONCE_PUBLISHED))
  })

  test('has a row for every scenario, named after it, which leads to its entry', () => {
    const rows = [...html.matchAll(/<li id="([^"]*)".*?<\/li>/g)]
    expect(rows.map(([, id]) => id)).toEqual(evidenceNames)
    for (const [row, id = ''] of rows) {
      expect(attributes(row, 'a', 'href')).toEqual([entryHref(locale, id)])
      expect(row.match(/<p\b[^>]*>([^<]*)<\/p>/)?.[1]?.length, id).toBeGreaterThan(10)
    }
  })

  test.each(subjects)('has the entries of %s on a page, with ways back and on', (subject) => {
    const page = htmlAt(pageOf(subject))
    expect(attributes(page, 'h2', 'id')).toEqual(SUBJECTS[subject])
    expect(attributes(page, 'a', 'href').some((href) => href.endsWith(`/${overview}#subject-${subject}`))).toBe(true)
    const place = subjects.indexOf(subject)
    const beside = [subjects[place - 1], subjects[place + 1]].filter((other) => other !== undefined)
    const neighbours = /<nav [^>]*data-neighbours="".*?<\/nav>/.exec(page)?.[0] ?? ''
    expect(attributes(neighbours, 'a', 'href').map((href) => href.split('/').at(-2))).toEqual(beside)
  })

  test.each(['', ...subjects.map((subject) => `${subject}/`)])('weighs little: /%s', (page) => {
    const { length } = brotliCompressSync(htmlAt(`${overview}${page}`).replaceAll(/<script\b.*?<\/script>/gs, ''))
    expect(length).toBeLessThanOrEqual(MOST_BYTES)
  })

  test('is where each demo leads to, without JavaScript too', () => {
    const demos = pages.filter(({ file }) => file.startsWith(`${locale}/`) && !file.startsWith(overview))
    for (const demo of demos) {
      const links = demoLinks(demo.html)
      expect(links.length, demo.file).toBeGreaterThanOrEqual(demo.html.match(/<figure class="demo/g)?.length ?? 0)
      for (const link of links) expect(evidenceNames.map((name) => entryHref(locale, name))).toContain(link)
    }
    expect(demos.flatMap((demo) => demoLinks(demo.html)).length).toBeGreaterThan(0)
  })

  test('hides no disagreement: entries, index and summary tell of the same ones', async ({ open }) => {
    const page = await open(overview, { javaScript: false })
    const odd: number[] = []
    for (const subject of subjects) {
      const ofSubject = await open(pageOf(subject), { javaScript: false })
      for (const entry of await ofSubject.locator('section[data-agreement]').all()) {
        const lines = await entry.locator('[data-odd]').count()
        const agreement = await entry.getAttribute('data-agreement')
        expect(agreement === 'disagree').toBe(lines > 0)
        const id = await entry.locator('h2').getAttribute('id')
        const row = page.locator(`[data-index] li[id="${id}"]`)
        expect(await row.getAttribute('data-agreement')).toBe(agreement)
        expect(await row.locator('[data-mark]').getAttribute('data-mark')).toBe(agreement)
      }
      odd.push(await ofSubject.locator('tr[data-odd]').count())
    }
    const verdict = await page.locator('[data-verdict]').getAttribute('data-verdict')
    expect(verdict === 'disagree').toBe(odd.some((lines) => lines > 0))
  })

  test('shows each measured quantity as a plot that says in words what it shows', async ({ open }) => {
    const page = await open(pageOf('partition'), { javaScript: false })
    const entry = page.locator('section:has(> #split-brain)')
    const plots = await entry.locator('svg[role="img"]:has([data-runs])').all()
    expect(plots.length).toBeGreaterThan(3)
    for (const plot of plots) {
      expect(await plot.getAttribute('aria-label')).toMatch(locale === 'en' ? /Real: .*Simulated: / : /真机：.*模拟：/)
      expect(Number(await plot.locator('[data-runs]').getAttribute('data-runs'))).toBeGreaterThanOrEqual(5)
    }
  })

  test('shows as many scenarios as it counts', async ({ open }) => {
    const page = await open(overview, { javaScript: false })
    const recorded = await page.locator('[data-index] li:not([data-agreement="none"])').count()
    expect(await page.locator('[data-verdict]').innerText()).toContain(String(recorded))
  })
})

test('a demo leads to the entry of its scenario', async ({ open }) => {
  const page = await open('en/split-brain/')
  const demo = await liveDemo(page)
  await (await panel(demo, 'proof')).getByRole('link').first().click()
  await page.waitForURL('**/en/how-we-know/partition/#split-brain')
  // The page scrolls there smoothly, which takes its time.
  const top = () => page.locator('#split-brain').evaluate((title) => title.getBoundingClientRect().top)
  await expect.poll(top).toBeLessThan(200)
})
