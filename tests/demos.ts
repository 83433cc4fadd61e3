import { castOf } from '@/components/demo/cast'
import '@/components/demo/kinds/all'
import type { Locator, Page } from 'playwright-core'
import type { TabCode } from '@/components/demo/panels/tabs'
import { headlineSentence } from '@/components/demo/telling/verdict-line'
import type { ScenarioName } from '@/content/scenarios'
import { namedScenario } from '@/lib/content/scenarios'
import type { Locale } from '@/lib/locale'
import { filmOf } from '@/lib/reading/film/film'
import type { SettingId } from '@/lib/settings/settings'
import { withSetting } from '@/lib/settings/values'
import { runWithWire } from '@/lib/sim/run'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { plain } from '@/lib/words/phrase'
import { words as catalogue } from '@/lib/words/words'

/** The demos of a page. */
export const DEMO = '[data-part="demo"]'

/** A demo of a page once it works. */
export async function liveDemo(page: Page, index = 0): Promise<Locator> {
  const demo = page.locator(DEMO).nth(index)
  await demo.scrollIntoViewIfNeeded()
  // A page that nobody does anything on wakes nothing.
  await page.mouse.move(1, 1)
  await demo.and(page.locator('[data-alive]')).waitFor()
  return demo
}

/** Keeps every demo of a page as it was built: none learns that it is in view until `release` is called. */
export async function holdDemos(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const held: (() => void)[] = []
    const Observer = window.IntersectionObserver
    window.IntersectionObserver = class extends Observer {
      constructor(callback: IntersectionObserverCallback, options?: IntersectionObserverInit) {
        super((entries, observer) => held.push(() => callback(entries, observer)), options)
      }
    }
    Object.assign(window, {
      release() {
        for (const call of held.splice(0)) call()
        held.push = (...calls) => {
          for (const call of calls) call()
          return 0
        }
      },
    })
  })
}

/** Keeps the demos of a page where they stand when their prose is scrolled. Called before the page is opened. */
export async function withoutScenes(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.addEventListener('lost-writes:moment', (event) => event.stopImmediatePropagation(), { capture: true })
  })
}

/** Counts how often a page asks to be called later, by a timer or a frame. Called before the page is opened. */
export async function countCalls(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const calls = { count: 0 }
    for (const name of ['requestAnimationFrame', 'setTimeout', 'setInterval', 'requestIdleCallback'] as const) {
      const ask = window[name] as (...args: unknown[]) => number
      Object.assign(window, {
        [name](...args: unknown[]) {
          calls.count += 1
          return ask.apply(window, args)
        },
      })
    }
    Object.assign(window, { calls })
  })
}

/** How many there have been. */
export function callsOf(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { calls: { count: number } }).calls.count)
}

/** Lets held demos go on as usual. */
export function release(page: Page): Promise<void> {
  return page.evaluate(() => (window as unknown as { release(): void }).release())
}

export const slider = (demo: Locator): Locator => demo.locator('[data-part="scrubber"]').first()

/** Where the cursor stands, seconds. */
export async function cursor(demo: Locator): Promise<number> {
  return Number(await slider(demo).getAttribute('aria-valuenow'))
}

/** All of a figure that depends on its runs and its cursor. */
const DRAWN = [
  '[data-part="head"]',
  '[data-part="verdicts"]',
  '[data-part="timelines"]',
  '[data-panel="figure"]',
  '[data-panel="moments"]',
]

/** What is drawn and can be seen, without what tells a page that was built from one that was drawn anew: of the plans of a stage that which fits. */
export async function drawn(demo: Locator, parts: readonly string[] = DRAWN): Promise<string> {
  const texts = await Promise.all(
    parts.map((part) =>
      demo.locator(part).evaluate((element) => {
        const unseen = [...element.querySelectorAll('[data-plan]')].map((plan) => getComputedStyle(plan).display === 'none')
        const copy = element.cloneNode(true) as Element
        for (const box of copy.querySelectorAll('[data-drawn]')) box.removeAttribute('data-drawn')
        for (const [index, plan] of [...copy.querySelectorAll('[data-plan]')].entries()) if (unseen[index]) plan.remove()
        return copy.outerHTML
      }),
    ),
  )
  return texts.join('\n').replaceAll('<!-- -->', '').replaceAll(' disabled=""', '')
}

/** Chooses a tab of a demo; resolves with its panel. */
export async function panel(demo: Locator, code: TabCode, locale: Locale = 'en'): Promise<Locator> {
  await demo.getByRole('tab', { name: catalogue(locale).demo.panels.tabs[code], exact: true }).click()
  return demo.locator(`[data-panel="${code}"]`)
}

export async function verdicts(demo: Locator): Promise<string[]> {
  const lines = await demo.locator('[data-part="verdict"]').allInnerTexts()
  return lines.map((line) => line.replace(/^[✕●]\s*/, '').trim())
}

/** The named scenario with some settings changed. */
export function edited(name: ScenarioName, settings: Partial<Record<SettingId, number>>): Scenario {
  return Object.entries(settings).reduce((scenario, [id, value]) => {
    const changed = withSetting(scenario, id as SettingId, value)
    if ('refusal' in changed) throw new Error(`${id} ${value}: ${changed.refusal}`)
    return changed.scenario
  }, namedScenario(name))
}

/** What a demo must say about a scenario, from a run made here. */
export function verdictOf(scenario: Scenario, locale: Locale = 'en'): string {
  return plain(headlineSentence(castOf(catalogue(locale).demo, scenario).words, filmOf(runWithWire(scenario)).headline))
}
