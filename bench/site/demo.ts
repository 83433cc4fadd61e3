import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { build } from 'esbuild'
import type { Browser, CDPSession, Locator, Page } from 'playwright-core'
import { openPage } from './chromium'

const STEPS = 30
/** After a step nothing of it may be left for the next. */
const STEP_MS = 250
const REST_MS = 5000

/** What a reader does to a demo, by step. */
type Steps = (step: number) => Promise<void>

/** Milliseconds of each step. */
export interface StepTimes {
  /** From the event to the painted frame that shows its answer. */
  readonly shown: readonly number[]
  /** That the page's one thread was busy, by itself in a second round. */
  readonly busy: readonly number[]
}

/** What a demo costs that nobody touches. */
export interface Rest {
  readonly busyMs: number
  readonly ofMs: number
  /** Timers and frames of animation that ran. */
  readonly timers: number
}

export interface DemoTimes {
  readonly slider: StepTimes
  readonly scrubbing: StepTimes
  readonly rest: Rest
}

/** Scrolls to the first demo of a page and shows a sign of life, as a reader would; resolves when the demo works. */
export async function wake(page: Page): Promise<Locator> {
  await page.mouse.move(200, 200)
  const demo = page.locator('[data-part="demo"]').first()
  await demo.scrollIntoViewIfNeeded()
  await page.mouse.move(300, 300)
  await demo.and(page.locator('[data-alive]')).waitFor()
  return demo
}

/** Uses the demo of the article on split brain as a reader would, and then leaves it alone. */
export async function measureDemo(browser: Browser, article: string): Promise<DemoTimes> {
  const page = await openPage(browser)
  await page.addInitScript({ content: await bundledRecorder() })
  await page.goto(article, { waitUntil: 'load' })
  const demo = await wake(page)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable')
  const slider = await times(page, cdp, await sliding(page, demo))
  const scrubbing = await times(page, cdp, await dragging(page, demo))
  await page.mouse.up()
  return { slider, scrubbing, rest: await restOf(browser, page, cdp) }
}

async function bundledRecorder(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'recorder.ts')],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}

/** Moves the lag that a primary accepts up and down its range by keyboard. With one replica asked for it makes a difference. */
async function sliding(page: Page, demo: Locator): Promise<Steps> {
  await demo.locator('input[type="range"][aria-label="min-replicas-to-write"]').focus()
  await page.keyboard.press('ArrowRight')
  const lag = demo.locator('input[type="range"][aria-label="min-replicas-max-lag"]')
  await lag.focus()
  const range = await lag.evaluate((input: HTMLInputElement) => ({
    at: (Number(input.value) - Number(input.min)) / Number(input.step),
    last: (Number(input.max) - Number(input.min)) / Number(input.step),
  }))
  let { at } = range
  let by = 1
  return () => {
    if (at + by < 0 || at + by > range.last) by = -by
    at += by
    return page.keyboard.press(by > 0 ? 'ArrowRight' : 'ArrowLeft')
  }
}

/** Drags the cursor along the time of a run, there and back. */
async function dragging(page: Page, demo: Locator): Promise<Steps> {
  const scrubber = demo.locator('[role="slider"]').first()
  await scrubber.scrollIntoViewIfNeeded()
  const box = await scrubber.boundingBox()
  if (box === null) throw new Error('the cursor of the demo is not to be seen')
  const y = box.y + box.height * 0.6
  await page.mouse.move(box.x + box.width * 0.1, y)
  await page.mouse.down()
  return (step) => page.mouse.move(box.x + box.width * (0.1 + 0.8 * (1 - Math.abs(1 - (2 * (step + 1)) / STEPS))), y)
}

/** Two rounds: looking for painted frames costs time of its own. */
async function times(page: Page, cdp: CDPSession, act: Steps): Promise<StepTimes> {
  const shown: number[] = []
  const busy: number[] = []
  for (let step = 0; step < STEPS; step += 1) {
    await page.evaluate(() => window.recorder.begin())
    await act(step)
    await sleep(STEP_MS)
    const ms = await page.evaluate(() => window.recorder.end())
    if (ms === null) throw new Error('a step of the demo was not seen')
    shown.push(ms)
  }
  for (let step = 0; step < STEPS; step += 1) {
    const before = await busyMs(cdp)
    await act(step)
    await sleep(STEP_MS)
    busy.push((await busyMs(cdp)) - before)
  }
  return { shown, busy }
}

async function restOf(browser: Browser, page: Page, cdp: CDPSession): Promise<Rest> {
  // What was used is cleared away first, whenever the browser would have done it.
  await cdp.send('HeapProfiler.collectGarbage')
  await sleep(1000)
  await browser.startTracing(page, { categories: ['devtools.timeline'] })
  const before = await busyMs(cdp)
  await sleep(REST_MS)
  const after = await busyMs(cdp)
  const trace = (await browser.stopTracing()).toString('utf8')
  const timers = trace.match(/"name":"(TimerFire|FireAnimationFrame)"/g)?.length ?? 0
  return { busyMs: after - before, ofMs: REST_MS, timers }
}

/** Milliseconds of all tasks of the page's main thread so far. */
async function busyMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value
  if (seconds === undefined) throw new Error('Chromium does not tell how long its tasks took')
  return seconds * 1000
}
