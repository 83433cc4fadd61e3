// `npm run bench:site`: what the pages of this site weigh and how fast they are, beside a bare page. See bench/README.md.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { BadInput } from '@/lib/terminal/failure.mjs'
import { readOptions, wholeNumber } from '@/lib/terminal/options'
import { printLines } from '@/lib/terminal/terminal.mjs'
import { siteAddress } from '@/scripts/address.mjs'
import { buildSite } from '@/scripts/build-site.mjs'
import { serve } from '@/scripts/serve.mjs'
import { isFresh } from '@/scripts/sources.mjs'
import { stage } from '@/scripts/stages.mjs'
import { chromiumPath, inBrowser, openPage } from './site/chromium'
import { measureDemo, type StepTimes, wake } from './site/demo'
import { look, lookInTurn, medianOf, SCORES } from './site/lighthouse'
import { layOut, PAGE_NAMES, PAGES, type PageName } from './site/pages'
import { PART_NAMES, Traffic, total, type Weight } from './site/weight'
import { ROOT } from './size'
import { quantile } from './statistics'

const USAGE = 'npm run bench:site [-- --out FOLDER] [--runs N]'
const RUNS = 3
const MOST_RUNS = 99
const ARTICLE: PageName = 'article with a demo'
const WITHOUT_SCRIPTS: PageName = 'article without its scripts'

const { subjects, given, help } = readOptions(process.argv.slice(2), { out: 'value', runs: 'value' }, USAGE)
if (subjects.length > 0) throw new BadInput(`expected nothing behind it, got ${JSON.stringify(subjects[0])}; usage: ${USAGE}`)
if (help) {
  await printLines([
    `usage: ${USAGE}`,
    'What the pages weigh and how fast they are, beside a bare page; see bench/README.md.',
    '--out FOLDER  another build than out/',
    `--runs N      how often Lighthouse looks at each page (${RUNS}); 0 leaves it out`,
  ])
} else {
  const runs = wholeNumber('--runs', given.runs, 0, MOST_RUNS) ?? RUNS
  chromiumPath()
  const site = await builtSite(given.out)
  const folder = mkdtempSync(join(tmpdir(), 'lost-writes-bench-'))
  try {
    layOut(site, folder)
    const { address, close } = await serve(folder, siteAddress())
    const addressOf = (name: PageName): string => new URL(PAGES[name], address).href
    await weights(addressOf)
    await demo(addressOf(ARTICLE))
    if (runs > 0) await scores(addressOf, runs)
    await close()
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The folder of the built site. This checkout's own is built first unless it is up to date. @throws {BadInput} */
async function builtSite(out: string | undefined): Promise<string> {
  if (out === undefined) {
    if (!isFresh()) await buildSite()
    return join(ROOT, 'out')
  }
  // `npm run` stands at the project's root, wherever it was called.
  const folder = resolve(process.env.INIT_CWD ?? '', out)
  if (existsSync(join(folder, PAGES[ARTICLE], 'index.html'))) return folder
  throw new BadInput(
    `--out: expected the folder of a built site, got ${JSON.stringify(out)}: no ${PAGES[ARTICLE]}index.html in it`,
  )
}

/** What each page fetches before it is used; the article also with its demo alive. */
async function weights(addressOf: (name: PageName) => string): Promise<void> {
  const rows = await stage('Weighing the pages', () =>
    inBrowser(async (browser) => {
      const weighed: (readonly string[])[] = []
      for (const name of PAGE_NAMES) {
        const page = await openPage(browser)
        const traffic = new Traffic(page)
        await page.goto(addressOf(name), { waitUntil: 'load' })
        weighed.push([name, ...weightCells(await traffic.settled())])
        if (name === ARTICLE) {
          await wake(page)
          weighed.push(['  its demo alive', ...weightCells(await traffic.settled())])
        }
        await page.close()
      }
      return weighed
    }),
  )
  await print('at first load, kB in brotli', ['', 'requests', 'all', ...PART_NAMES], rows)
}

function weightCells(weight: Weight): readonly string[] {
  return [String(weight.requests), kilobytes(total(weight)), ...PART_NAMES.map((part) => kilobytes(weight.bytes[part]))]
}

async function demo(article: string): Promise<void> {
  const { slider, scrubbing, rest } = await stage('Using the demo', () => inBrowser((browser) => measureDemo(browser, article)))
  const cells = ({ shown, busy }: StepTimes) => [shown, busy].flatMap((ms) => [quantile(ms, 0.5), quantile(ms, 0.95)]).map(tenths)
  await print(
    `a step of the demo, ms, median and 95 % of ${slider.shown.length}`,
    ['', 'painted', '95 %', 'busy', '95 %'],
    [
      ['a setting, by keyboard', ...cells(slider)],
      ['the cursor, dragged', ...cells(scrubbing)],
    ],
  )
  await print(
    'the demo at rest',
    ['', ''],
    [
      ['busy', `${tenths(rest.busyMs)} of ${rest.ofMs} ms`],
      ['timers and frames', String(rest.timers)],
    ],
  )
}

/** What Lighthouse says, and how the article stands to itself without scripts. */
async function scores(addressOf: (name: PageName) => string, runs: number): Promise<void> {
  const reports = await stage(`Lighthouse, ${runs} × ${PAGE_NAMES.length} pages`, () =>
    lookInTurn(PAGE_NAMES, runs, (name) => look(addressOf(name))),
  )
  const of = (name: PageName) => reports.get(name) ?? []
  const rows = PAGE_NAMES.map((name) => [
    name,
    ...SCORES.map((score) => String(medianOf(of(name), score))),
    `${(medianOf(of(name), 'largest-contentful-paint') / 1000).toFixed(2)} s`,
    `${medianOf(of(name), 'total-blocking-time').toFixed(0)} ms`,
    medianOf(of(name), 'cumulative-layout-shift').toFixed(3),
  ])
  const columns = ['', 'performance', 'accessibility', 'practices', 'SEO', 'LCP', 'TBT', 'CLS']
  await print(`Lighthouse as on a phone, median of ${runs}`, columns, rows)
  const [article, without] = [of(ARTICLE), of(WITHOUT_SCRIPTS)].map((all) => medianOf(all, 'largest-contentful-paint'))
  await print('LCP of the article', ['', ''], [[`of ${WITHOUT_SCRIPTS}`, ((article ?? 0) / (without ?? 1)).toFixed(2)]])
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1)
}

function tenths(ms: number): string {
  return ms.toFixed(1)
}

/** A table: names to the left, figures under the heads of their columns. */
async function print(title: string, heads: readonly string[], rows: readonly (readonly string[])[]): Promise<void> {
  const lines = heads.some((head) => head !== '') ? [heads, ...rows] : rows
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  const shown = lines.map((line) =>
    line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '),
  )
  await printLines([title, ...shown.map((line) => `  ${line}`.trimEnd()), ''])
}
