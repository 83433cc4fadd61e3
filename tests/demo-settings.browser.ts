// Changing a demo: its settings, its seed, the way back; and the lists of what it did.
import { describe } from 'vitest'
import { namedFilm, namedScenario } from '@/lib/content/scenarios'
import { totals } from '@/lib/reading/film/fate-strip'
import { logOf } from '@/lib/reading/lists/log'
import { entryOf } from '@/lib/reading/lists/log-entry'
import { words as catalogue } from '@/lib/words/words'
import { expect, test } from './browser'
import { cursor, DEMO, drawn, edited, liveDemo, panel, slider, verdictOf, verdicts } from './demos'

const PATH = 'en/split-brain/'
const words = catalogue('en').demo
const { ledger } = catalogue('en').lists
const { player } = words
const GATE = 'min-replicas-to-write'
const LAG = 'min-replicas-max-lag'

describe('a setting', () => {
  test('changes the verdict, the figure and the snippet beside the prose', async ({ open }) => {
    const page = await open(PATH)
    const demo = await liveDemo(page)
    const snippet = page.locator('[data-snippet]', { hasText: GATE }).first()
    expect(await snippet.innerText()).toMatch(/min-replicas-to-write\s+0/)
    const refused = demo.locator('[data-part="legend"] [data-fate="refused"] b')
    const refusals = async () => Number((await refused.innerText()).replace(',', ''))
    const before = await refusals()
    await demo.getByRole('slider', { name: GATE }).press('ArrowRight')
    await expect.poll(() => verdicts(demo)).toEqual([verdictOf(edited('split-brain', { [GATE]: 1 }))])
    expect(await refusals()).toBeGreaterThan(before)
    await expect.poll(() => snippet.innerText()).toMatch(/min-replicas-to-write\s+1/)
    await expect.poll(() => demo.locator('[data-part="said"]').innerText()).toBe(verdictOf(edited('split-brain', { [GATE]: 1 })))
    await demo.getByRole('button', { name: player.reset }).click()
    await expect.poll(() => snippet.innerText()).toMatch(/min-replicas-to-write\s+0/)
  })

  test('can be typed', async ({ open }) => {
    const demo = await liveDemo(await open(PATH))
    await demo.getByRole('textbox', { name: GATE }).fill('2')
    await demo.getByRole('textbox', { name: LAG }).fill('3')
    await expect.poll(() => verdicts(demo)).toEqual([verdictOf(edited('split-brain', { [GATE]: 2, [LAG]: 3 }))])
    expect(await demo.getByRole('slider', { name: LAG }).inputValue()).toBe('3')
  })

  test.for([
    ['', 'empty'],
    ['many', 'not-a-number'],
    ['1.5', 'not-whole'],
    ['-1', 'too-small'],
    ['99', 'too-large'],
  ] as const)('of “%s” is refused beside its control, and the last good run stays', async ([value, refusal], { open }) => {
    const demo = await liveDemo(await open(PATH))
    const field = demo.getByRole('textbox', { name: GATE })
    await field.fill('1')
    const good = verdictOf(edited('split-brain', { [GATE]: 1 }))
    await expect.poll(() => verdicts(demo)).toEqual([good])
    await field.fill(value)
    expect(await field.inputValue()).toBe(value)
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    const said = demo.locator('[data-part="setting"]', { hasText: GATE }).getByRole('alert')
    expect(await said.innerText()).toBe(words.controls.refusals[refusal](words.controls.limits('count', { min: 0, max: 2 })))
    expect(await verdicts(demo)).toEqual([good])
    await field.fill('0')
    expect(await said.innerText()).toBe('')
    await expect.poll(() => verdicts(demo)).toEqual([verdictOf(namedScenario('split-brain'))])
  })

  test('of a comparison acts on the second run alone, and is named on it', async ({ open }) => {
    const demo = await liveDemo(await open('en/min-replicas-to-write/'))
    await demo.getByRole('textbox', { name: LAG }).fill('3')
    const expected = [verdictOf(namedScenario('split-brain')), verdictOf(edited('split-brain-gated', { [LAG]: 3 }))]
    await expect.poll(() => verdicts(demo)).toEqual(expected)
    const sides = await Promise.all(
      (await demo.locator('[data-part="verdicts"] [data-part="side"]').all()).map((side) => side.locator('code').allInnerTexts()),
    )
    expect(sides).toEqual([
      [`${GATE} 0`, `${LAG} 10`],
      [`${GATE} 1`, `${LAG} 3`],
    ])
    const named = sides[1]?.join(words.controls.and) ?? ''
    await expect.poll(() => demo.locator('[data-part="said"]').innerText()).toBe(player.ofRun(named, expected[1] ?? ''))
  })

  test('that makes both sides of a comparison the same says so', async ({ open }) => {
    // Three demos stand on the page; the last is the comparison of one required replica with two.
    const page = await open('en/min-replicas-to-write/')
    const demo = await liveDemo(page, (await page.locator(DEMO).count()) - 1)
    const same = demo.locator('[data-part="verdicts"]').getByText(words.player.sameSettings)
    expect(await same.count()).toBe(0)
    await demo.getByRole('textbox', { name: GATE }).fill('1')
    await expect.poll(() => same.count()).toBe(2)
    expect(await demo.locator('[data-part="verdicts"] [data-part="side"] code').allInnerTexts()).toEqual([
      `${GATE} 1`,
      `${GATE} 1`,
    ])
  })

  test('of Redis keeps its name in Chinese', async ({ open }) => {
    const demo = await liveDemo(await open('zh-CN/split-brain/'))
    await demo.getByRole('textbox', { name: GATE }).fill('1')
    await expect.poll(() => verdicts(demo)).toEqual([verdictOf(edited('split-brain', { [GATE]: 1 }), 'zh-CN')])
  })
})

describe('a setting that means nothing as the others stand', () => {
  test('stays in its place, says why, and comes back', async ({ open }) => {
    const demo = await liveDemo(await open('en/wait/'), 1)
    const timeout = demo.getByRole('textbox', { name: words.controls.labels['wait-timeout'] ?? '' })
    const before = await timeout.boundingBox()
    await demo.getByRole('textbox', { name: words.controls.labels['wait-replicas'] ?? '' }).fill('0')
    await expect.poll(() => timeout.isDisabled()).toBe(true)
    expect((await timeout.boundingBox())?.x).toBe(before?.x)
    expect(await demo.getByText(words.controls.idle['wait-timeout'] ?? '').isVisible()).toBe(true)
    await demo.getByRole('textbox', { name: words.controls.labels['wait-replicas'] ?? '' }).fill('1')
    await expect.poll(() => timeout.isDisabled()).toBe(false)
  })
})

describe('the seed', () => {
  test('says so when another one comes to the same', async ({ open }) => {
    const demo = await liveDemo(await open('en/wait/'))
    await demo.getByRole('button', { name: player.otherSeed }).click()
    await expect.poll(() => demo.locator('[data-part="head"]').innerText()).toContain(player.seed(8, true))
    await expect.poll(() => demo.locator('[data-part="said"]').innerText()).toBe(player.seed(8, true))
  })

  test('is shown, and another draws another run', async ({ open }) => {
    const demo = await liveDemo(await open(PATH))
    expect(await demo.locator('[data-part="head"]').innerText()).toContain(player.seed(7, false))
    await demo.getByRole('button', { name: player.otherSeed }).click()
    await expect.poll(() => demo.locator('[data-part="head"]').innerText()).toContain(player.seed(8, false))
    expect(await verdicts(demo)).toEqual([verdictOf({ ...namedScenario('split-brain'), seed: 8 })])
  })
})

describe('the way back', () => {
  test.for([player.reset, player.otherSeed])('“%s” forgets what was refused', async (name, { open }) => {
    const demo = await liveDemo(await open(PATH))
    const field = demo.getByRole('textbox', { name: LAG })
    await field.fill('0.5')
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true')
    await demo.getByRole('button', { name }).click()
    await expect.poll(() => field.inputValue()).toBe('10')
    expect(await field.getAttribute('aria-invalid')).toBe('false')
    expect(await demo.getByRole('alert').allInnerTexts()).toEqual(['', ''])
  })

  test('leads to the figure as it was built', async ({ open }) => {
    const demo = await liveDemo(await open(PATH))
    const takes = () => drawn(demo)
    const built = await takes()
    await demo.getByRole('button', { name: player.otherSeed }).click()
    await demo.getByRole('textbox', { name: GATE }).fill('1')
    await demo.getByRole('button', { name: player.nextMoment }).click()
    expect(await takes()).not.toBe(built)
    await demo.getByRole('button', { name: player.reset }).click()
    await expect.poll(takes).toBe(built)
    expect(await demo.getByRole('textbox', { name: GATE }).inputValue()).toBe('0')
  })
})

describe('the ledger', () => {
  test.for([
    ['a phone', PATH, 'en', 390],
    ['a comparison', 'zh-CN/min-replicas-to-write/', 'zh-CN', 1280],
  ] as const)(
    'shows the way to the event that destroyed a write without scrolling sideways: %s',
    async ([, path, locale, width], { open }) => {
      const demo = await liveDemo(await open(path, { width }))
      await panel(demo, 'ledger', locale)
      const list = await demo.locator('[data-part="list"]').first().boundingBox()
      const link = await demo.locator('[data-part="row"] [data-part="loss"]').first().boundingBox()
      expect((link?.x ?? Number.NaN) + (link?.width ?? 0)).toBeLessThanOrEqual((list?.x ?? 0) + (list?.width ?? 0))
    },
  )

  test('names each lost write and leads to the event that destroyed it', async ({ open }) => {
    const demo = await liveDemo(await open(PATH))
    const film = namedFilm('split-brain')
    await panel(demo, 'ledger')
    const lost = demo.getByRole('button', { name: `${ledger.tabs.lost} ${words.number(film.verdict.lost)}` })
    expect(await lost.getAttribute('aria-pressed')).toBe('true')
    const first = film.verdict.writes.find((write) => write.fate === 'lost')
    const destroyedAt = (film.run.events[first?.lostBy ?? -1]?.at ?? 0) / 1_000_000
    await demo.getByRole('button', { name: ledger.goTo(first?.key ?? '', ledger.destroyed(destroyedAt * 1_000_000)) }).click()
    expect(await cursor(demo)).toBe(destroyedAt)
  })

  test('holds thousands of writes and draws those in view', async ({ open }) => {
    const demo = await liveDemo(await open(PATH))
    const film = namedFilm('split-brain')
    await panel(demo, 'ledger')
    await demo.getByRole('button', { name: `${ledger.tabs.acknowledged} ${words.number(film.verdict.acknowledged)}` }).click()
    expect(await demo.locator('[data-part="row"]').count()).toBeLessThan(60)
    await demo.locator('[data-part="list"]').evaluate((list) => list.scrollTo(0, list.scrollHeight))
    const last = film.verdict.writes.findLast((write) => write.answeredAt !== null && write.error === null)
    await demo
      .locator('[data-part="row"]', { hasText: last?.key ?? '' })
      .first()
      .waitFor()
    expect(await demo.locator('[data-part="row"]').count()).toBeLessThan(60)
  })

  test('lists what is at risk at the cursor', async ({ open }) => {
    const demo = await liveDemo(await open(PATH))
    const film = namedFilm('split-brain')
    await panel(demo, 'ledger')
    await slider(demo).press('Home')
    for (let presses = 0; presses < 4; presses += 1) await slider(demo).press('PageUp')
    const { risk } = totals(film.strips.known(14_000_000))
    await demo.getByRole('button', { name: `${ledger.tabs.risk} ${words.number(risk)}` }).waitFor()
  })
})

describe('the log', () => {
  test('speaks as Redis does, and leads to the instant of each line', async ({ open }) => {
    const demo = await liveDemo(await open(PATH))
    const film = namedFilm('split-brain')
    const log = logOf(film.run)
    await panel(demo, 'log')
    await slider(demo).press('Home')
    const entries = log.notable.flatMap((index) => entryOf(film.run, log, index) ?? [])
    const sdown = entries.find(({ line }) => line?.startsWith('+sdown'))
    const row = demo.locator('[data-part="row"]', { hasText: sdown?.line ?? '' }).first()
    await row.getByRole('button').first().click()
    expect(await cursor(demo)).toBe((sdown?.at ?? 0) / 1_000_000)
    expect(await demo.locator('[data-part="row"][aria-current]').innerText()).toContain('+sdown')
  })
})
