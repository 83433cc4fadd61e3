// A demo and the address of its page: what is on the screen has one, and an address leads back to it.
import type { Locator, Page } from 'playwright-core'
import { describe } from 'vitest'
import { namedFilm, namedScenario } from '@/lib/content/scenarios'
import { outcomeOf } from '@/lib/share/outcome'
import { KERNEL } from '@/lib/sim/kernel'
import { words as catalogue } from '@/lib/words/words'
import { expect, test } from './browser'
import { cursor, DEMO, drawn, edited, liveDemo, panel, slider, verdictOf, verdicts } from './demos'

const PATH = 'en/split-brain/'
const GATE = 'min-replicas-to-write'
const words = catalogue('en')
const { player, instant } = words.demo
const gated = verdictOf(edited('split-brain', { [GATE]: 1 }))
const built = verdictOf(namedScenario('split-brain'))

const note = (page: Page): Locator => page.locator('[data-part="link-note"]')
const query = (page: Page): string => new URL(page.url()).search
/** What tells one state from another, whichever script drew it. */
const TOLD = [
  '[data-part="head"]',
  '[data-part="verdicts"]',
  '[data-part="timelines"]',
  '[data-part="caption"]',
  '[data-part="storyboard"]',
]
const awake = (page: Page, index = 0): Locator => page.locator(DEMO).nth(index).and(page.locator('[data-alive]'))

async function typed(demo: Locator, setting: string, value: string): Promise<void> {
  await demo.getByRole('textbox', { name: setting }).fill(value)
}

describe('the address of a page', () => {
  test('follows its reader, and opens the same elsewhere and after a reload', async ({ open }) => {
    const page = await open(`${PATH}?utm_source=wiki#salvage`)
    const demo = await liveDemo(page)
    await typed(demo, GATE, '1')
    await expect.poll(() => verdicts(demo)).toEqual([gated])
    await demo.getByRole('button', { name: player.otherSeed }).click()
    await demo.getByRole('button', { name: player.nextMoment }).click()
    await panel(demo, 'log')
    await panel(demo, 'figure')
    await expect
      .poll(() => query(page))
      .toMatch(/^\?utm_source=wiki&demo=split-brain&min-replicas-to-write=1&seed=8&at=[a-z-]+&k=\d+&end=[0-9a-f]{4}$/)
    expect(page.url()).toMatch(/#salvage$/)
    const [address, shown, at] = [page.url(), await drawn(demo, TOLD), await cursor(demo)]
    for (const again of [await open(address), await page.reload().then(() => page)]) {
      const same = awake(again)
      await same.waitFor()
      await expect.poll(() => drawn(same, TOLD)).toBe(shown)
      expect(await cursor(same)).toBe(at)
      expect(await note(again).count()).toBe(0)
      expect(again.url()).toBe(address)
    }
  })

  test('wakes the demo that it names, wherever it stands, and scrolls to it unless it asks for another place', async ({
    open,
  }) => {
    const path = 'en/min-replicas-to-write/?demo=gate-closed&at=12.5'
    const page = await open(path)
    const demo = page.locator('#demo-gate-closed')
    await demo.and(page.locator('[data-alive]')).waitFor()
    expect(await cursor(demo)).toBe(12.5)
    await expect.poll(async () => Math.abs(((await demo.boundingBox())?.y ?? -1000) - 100)).toBeLessThan(100)
    const elsewhere = await open(`${path}#sources`)
    await elsewhere.locator('#demo-gate-closed').and(elsewhere.locator('[data-alive]')).waitFor()
    await expect.poll(async () => (await elsewhere.locator('#sources').boundingBox())?.y).toBeLessThan(800)
  })

  test('goes back and forward by the reader’s own steps, not by each value on the way', async ({ open }) => {
    const page = await open(PATH)
    const demo = await liveDemo(page)
    const entries = await page.evaluate(() => history.length)
    await demo.getByRole('slider', { name: 'min-replicas-max-lag' }).focus()
    for (let press = 0; press < 6; press += 1) await page.keyboard.press('ArrowLeft')
    await demo.getByRole('tab', { name: words.demo.panels.tabs.conf, exact: true }).click()
    await typed(demo, GATE, '1')
    await expect.poll(() => query(page)).toContain('min-replicas-to-write=1')
    expect(query(page)).toContain('min-replicas-max-lag=4')
    expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(entries + 4)
    const steps = [query(page)]
    while (steps.at(-1) !== '') {
      await page.goBack()
      await expect.poll(() => query(page)).not.toBe(steps.at(-1))
      steps.push(query(page))
    }
    await expect.poll(() => verdicts(demo)).toEqual([built])
    expect(await demo.getByRole('tab', { selected: true }).innerText()).toBe(words.demo.panels.tabs.figure)
    for (const step of steps.toReversed().slice(1)) {
      await page.goForward()
      await expect.poll(() => query(page)).toBe(step)
    }
    await expect.poll(() => verdicts(demo)).toEqual([verdictOf(edited('split-brain', { [GATE]: 1, 'min-replicas-max-lag': 4 }))])
    expect(await demo.getByRole('tab', { selected: true }).innerText()).toBe(words.demo.panels.tabs.conf)
  })

  test('stays in step with a reader who goes back and forward faster than it is drawn', async ({ open }) => {
    const page = await open(PATH)
    const demo = await liveDemo(page)
    await typed(demo, GATE, '1')
    await expect.poll(() => query(page)).toContain(`${GATE}=1`)
    await demo.getByRole('tab', { name: words.demo.panels.tabs.conf, exact: true }).click()
    await expect.poll(() => query(page)).toContain('tab=conf')
    await typed(demo, 'min-replicas-max-lag', '4')
    await expect.poll(() => query(page)).toContain('min-replicas-max-lag=4')
    const [last, length] = [query(page), await page.evaluate(() => history.length)]
    const walk = (by: 1 | -1) =>
      page.evaluate(
        (step) =>
          new Promise<void>((resolve) => {
            let left = 3
            const gone = new AbortController()
            const next = () => {
              left -= 1
              if (left > 0) return history.go(step)
              gone.abort()
              resolve()
            }
            addEventListener('popstate', next, { signal: gone.signal })
            history.go(step)
          }),
        by,
      )
    for (let round = 0; round < 3; round += 1) {
      await walk(-1)
      await walk(1)
    }
    await expect.poll(() => verdicts(demo)).toEqual([verdictOf(edited('split-brain', { [GATE]: 1, 'min-replicas-max-lag': 4 }))])
    expect(await page.evaluate(() => [location.search, history.length])).toEqual([last, length])
  })

  test('says nothing of what only plays, and where it paused', async ({ open }) => {
    const page = await open(PATH)
    const demo = await liveDemo(page)
    await demo.getByRole('button', { name: player.play, exact: true }).click()
    await expect.poll(() => cursor(demo)).toBeGreaterThan(0.1)
    expect(query(page)).toBe('')
    await demo.getByRole('button', { name: player.pause, exact: true }).click()
    await expect.poll(() => query(page)).toMatch(/at=[\d.]+&/)
    expect(Number(new URLSearchParams(query(page)).get('at'))).toBeCloseTo(await cursor(demo), 1)
    await demo.getByRole('button', { name: player.reset }).click()
    await expect.poll(() => query(page)).toBe('')
  })

  test('has room for one demo, and goes back through the steps of several', async ({ open }) => {
    const page = await open('en/min-replicas-to-write/')
    const [one, other] = [await liveDemo(page, 0), await liveDemo(page, 2)]
    await typed(one, 'min-replicas-max-lag', '3')
    await expect.poll(() => query(page)).toContain('demo=split-brain-gated&min-replicas-max-lag=3')
    await typed(other, GATE, '1')
    await expect.poll(() => query(page)).toContain('demo=gate-closed&min-replicas-to-write=1')
    const sides = [verdictOf(namedScenario('split-brain')), verdictOf(edited('split-brain-gated', { 'min-replicas-max-lag': 3 }))]
    await page.goBack()
    await expect.poll(() => other.getByRole('textbox', { name: GATE }).inputValue()).toBe('2')
    expect(await verdicts(one)).toEqual(sides)
    await page.goBack()
    await expect.poll(() => one.getByRole('textbox', { name: 'min-replicas-max-lag' }).inputValue()).toBe('10')
  })

  test('opens both sides of a comparison on a phone, in Chinese', async ({ open }) => {
    const page = await open('zh-CN/min-replicas-to-write/?demo=split-brain-gated&min-replicas-max-lag=3&seed=8', {
      width: 390,
      touch: true,
    })
    const demo = page.locator('#demo-split-brain-gated')
    await demo.and(page.locator('[data-alive]')).waitFor()
    const seeded = [namedScenario('split-brain'), edited('split-brain-gated', { 'min-replicas-max-lag': 3 })].map((scenario) =>
      verdictOf({ ...scenario, seed: 8 }, 'zh-CN'),
    )
    await expect.poll(() => verdicts(demo)).toEqual(seeded)
    expect(await note(page).count()).toBe(0)
  })

  test('leads to a write that is followed', async ({ open }) => {
    const page = await open(`${PATH}?demo=split-brain&follow=40`)
    await awake(page).waitFor()
    const write = namedFilm('split-brain').verdict.writes.find((record) => record.write === 40)
    await expect.poll(() => page.locator('[data-part="followed"]').innerText()).toContain(player.following(write?.key ?? ''))
    expect(await cursor(page.locator(DEMO).first())).toBeCloseTo((write?.sentAt ?? 0) / 1e6, 3)
  })
})

describe('an address that does not show what it says', () => {
  const said = words.links
  test.for([
    ['seed=nine', said.asBuilt(said.unreadable.malformed('seed=nine'))],
    ['min-replica-to-write=1', said.asBuilt(said.unreadable['unknown-key']('min-replica-to-write'))],
    ['v=2', said.asBuilt(said.unreadable.later)],
    [`${GATE}=9`, said.asBuilt(said.impossible.refused(`${GATE} 9`, '0 to 2'))],
    ['tab=nonsense', said.asBuilt(said.impossible.noTab('nonsense'))],
    ['at=36', said.asBuilt(said.impossible.beyond(instant(36e6), instant(35e6)))],
    ['at=<img src=x onerror=alert(1)>', said.asBuilt(said.unreadable.malformed('at=<img src=x onerror=alert(1)>'))],
  ])('says so beside the demo, which stands as it was built: %s', async ([part, sentence], { open }) => {
    const page = await open(`${PATH}?demo=split-brain&${part}`)
    await awake(page).waitFor()
    await expect.poll(() => note(page).innerText()).toBe(sentence)
    expect(await verdicts(page.locator(DEMO).first())).toEqual([built])
    expect(await page.locator('img').count()).toBe(0)
    // It goes when its reader goes on.
    await typed(page.locator(DEMO).first(), GATE, '1')
    await expect.poll(() => note(page).count()).toBe(0)
    await expect.poll(() => query(page)).toContain(`${GATE}=1`)
  })

  const today = outcomeOf([namedFilm('split-brain')])
  test.for([
    [`k=${KERNEL}&end=0000`, said.drift.outcome],
    [`k=1&end=${today}`, said.drift.kernel('1', KERNEL)],
    ['k=1&end=0000', said.drift.both('1', KERNEL)],
  ])('says that its outcome or its kernel was another, and shows today’s: %s', async ([part, sentence], { open }) => {
    const page = await open(`${PATH}?demo=split-brain&at=promoted&${part}`)
    await awake(page).waitFor()
    await expect.poll(() => note(page).innerText()).toBe(sentence)
    expect(await slider(page.locator(DEMO).first()).getAttribute('aria-valuenow')).not.toBe('0')
  })

  test.for(['en/split-brain/', 'zh-CN/glossary/'])('says that its demo is not there: %s', async (path, { open }) => {
    const page = await open(`${path}?demo=nowhere`)
    const locale = path.startsWith('en') ? 'en' : 'zh-CN'
    await expect.poll(() => note(page).innerText()).toBe(catalogue(locale).links.missing('nowhere'))
  })

  test('names a setting for which the demo has no control', async ({ open }) => {
    const page = await open(`${PATH}?demo=split-brain&heal-after=2.5`)
    await awake(page).waitFor()
    await expect.poll(() => note(page).innerText()).toContain('2.5 s')
    await expect
      .poll(() => verdicts(page.locator(DEMO).first()))
      .toEqual([verdictOf(edited('split-brain', { 'heal-after': 2.5 }))])
  })
})

describe('the address of an embed', () => {
  test('need not name its demo, does not follow, and its values do', async ({ open }) => {
    const page = await open(`embed/split-brain/?theme=dark&${GATE}=1&tab=conf`)
    await awake(page).waitFor()
    const demo = page.locator(DEMO)
    await expect.poll(() => verdicts(demo)).toEqual([gated])
    await expect.poll(() => demo.locator('[data-panel="conf"]').innerText()).toMatch(/min-replicas-to-write\s+1/)
    const [address, entries] = [page.url(), await page.evaluate(() => history.length)]
    await typed(demo, GATE, '2')
    await expect.poll(() => demo.locator('[data-panel="conf"]').innerText()).toMatch(/min-replicas-to-write\s+2/)
    expect([page.url(), await page.evaluate(() => history.length)]).toEqual([address, entries])
  })

  test('says so where it is another demo’s', async ({ open }) => {
    const page = await open('embed/split-brain/?demo=stale-read')
    await expect.poll(() => note(page).innerText()).toBe(words.links.asBuilt(words.links.unreadable.malformed('demo=stale-read')))
  })
})
