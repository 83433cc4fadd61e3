import { describe, expect, it } from 'vitest'
import { type ScenarioName, scenarioFiles } from '@/content/scenarios/index'
import { namedFilm, namedScenario } from '@/lib/content/scenarios'
import { run } from '@/lib/run'
import { withSetting } from '@/lib/variant'
import { atRisk, ledgerOf } from '../lists/ledger'
import { totals } from './fate-strip'
import { filmOf, pictureAt, sideBySide } from './film'

const names = Object.keys(scenarioFiles) as ScenarioName[]
const REST = { shownFor: 500_000, known: false, followed: null }

describe('a picture', () => {
  it.each(names)('of %s is plain data, and the same each time', (name) => {
    const film = namedFilm(name)
    const picture = pictureAt(film, film.decisive, REST)
    expect(JSON.parse(JSON.stringify(picture))).toEqual(picture)
    expect(pictureAt(filmOf(film.run), film.decisive, REST)).toEqual(picture)
  })

  it('stands, at rest, where a server is back, where nothing else has happened', () => {
    const { decisive, found } = namedFilm('restart-aof')
    expect(found.findLast(({ at }) => at <= decisive)?.code).toBe('start')
  })

  it('stands, at rest, where there are two primaries and everyone who can know it does', () => {
    const film = namedFilm('split-brain')
    const { frame } = pictureAt(film, film.decisive, REST)
    expect(Object.values(frame.servers).filter(({ role }) => role === 'primary')).toHaveLength(2)
    expect(Object.values(frame.sentinels).map(({ primary }) => primary)).toEqual(['r3', 'r3', 'r3'])
  })

  it('stands, at rest, where the network is whole again and there are still two', () => {
    const film = namedFilm('split-brain')
    const [cut] = film.lanes.cuts
    expect(film.decisive).toBe((cut?.to ?? 0) + 500_000)
    const { holdings, frame } = pictureAt(film, film.decisive, REST)
    expect(frame.partitions).toEqual([])
    expect(holdings.r1?.only).toBeGreaterThan(1000)
  })

  it('stands, at rest, where replicas are late and talk', () => {
    const film = namedFilm('late-but-talking')
    const { acks, holdings, frame } = pictureAt(film, film.decisive, REST)
    const { r1 } = frame.servers
    expect(r1).toMatchObject({ up: true, gate: { open: true } })
    expect(acks.r2).toMatchObject({ good: true })
    expect(acks.r2?.age).toBeLessThan(1_000_000)
    expect(holdings.r2?.behindFor).toBeGreaterThan(2_000_000)
  })

  it('stands, at rest, where a WAIT is waiting', () => {
    const film = namedFilm('wait-one-of-two')
    expect(pictureAt(film, film.decisive, REST).waits).toMatchObject([{ wanted: 2, counted: ['r2'] }])
  })

  it('stands, at rest, at the event that cost the most', () => {
    const film = namedFilm('slow-link-crash')
    expect(film.decisive).toBe(3_000_000)
  })

  it('shows on the stage what is known at the cursor, at rest too, and how it ended only in the strip at rest', () => {
    const film = namedFilm('split-brain')
    const rest = pictureAt(film, 12_000_000, REST)
    const moved = pictureAt(film, 12_000_000, { ...REST, known: true })
    expect(rest.answers.c1).toEqual({ error: null, fate: 'risk' })
    expect(moved.answers.c1).toEqual(rest.answers.c1)
    expect(moved.dots).toEqual(rest.dots)
    expect(rest.totals).toMatchObject({ lost: film.verdict.lost })
    expect(moved.totals).toMatchObject({ lost: 0 })
  })

  it.each(names)('of %s has no colour on its stage that the strip does not have for the same writes', (name) => {
    const film = namedFilm(name)
    const sent = new Map(film.verdict.writes.map(({ write, sentAt }) => [write, sentAt]))
    for (let part = 0; part <= 40; part += 1) {
      const at = Math.round((film.lanes.end * part) / 40)
      const picture = pictureAt(film, at, { ...REST, known: true })
      const shown = [...picture.dots.map(({ fate }) => fate), ...Object.values(picture.answers).map(({ fate }) => fate)]
      for (const fate of shown) expect(picture.totals[fate], `${fate} at ${at}`).toBeGreaterThan(0)
      for (const { write } of picture.dots) expect(sent.get(write)).toBeLessThanOrEqual(at)
    }
  })
})

describe('a film', () => {
  it('folds a view when it is first looked at, once, and no view that is not', () => {
    const { run } = namedFilm('split-brain')
    let looks = 0
    const film = filmOf({
      ...run,
      get wire() {
        looks += 1
        return run.wire
      },
    })
    const [told] = sideBySide([film, namedFilm('split-brain-gated')])
    expect([film.moments.length, looks]).toEqual([6, 0])
    expect(film.flights).toBe(film.flights)
    expect(told?.flights).toBe(film.flights)
    expect(looks).toBe(1)
  })
})

describe('films side by side', () => {
  const pair = () => sideBySide([namedFilm('split-brain'), namedFilm('split-brain-gated')])

  it('tell of both what they tell of one, and number the same event alike', () => {
    const [left = [], right = []] = pair().map(({ moments }) => moments)
    const named = (moments: typeof left) => new Map(moments.map(({ code, number }) => [code, number]))
    const [one, other] = [named(left), named(right)]
    const common = [...one.keys()].filter((code) => other.has(code))
    expect(common).toEqual(['split', 'down', 'promoted', 'heal', 'demoted', 'erased'])
    for (const code of common) expect(one.get(code), code).toBe(other.get(code))
    // The gate of the right side closes between the promotion and the heal: its number is missing on the left.
    expect(other.get('gate-closed')).toBe((one.get('promoted') ?? 0) + 1)
    expect(one.get('heal')).toBe((one.get('promoted') ?? 0) + 2)
  })

  it('have numbers that grow with time on either side, though an event comes early here and late there', () => {
    const quick = namedScenario('empty-restart')
    const sides = sideBySide([run(quick).film, run(withSetting(quick, 'restart-after', 8000)).film]).map(({ moments }) => moments)
    const [left = [], right = []] = sides.map((moments) => moments.map(({ number }) => number))
    for (const numbers of [left, right]) expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
    const [soon, late] = sides.map((moments) => moments.find(({ code }) => code === 'start'))
    expect(late?.number).toBe(soon?.number)
    expect([...new Set([...left, ...right])].toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6])
  })

  it('are drawn to one measure', () => {
    const [left, right] = pair().map((film) => pictureAt(film, 20_000_000, REST))
    expect(left?.most).toBe(namedFilm('split-brain').holdings.most)
    expect(right?.most).toBe(left?.most)
    expect(namedFilm('split-brain-gated').holdings.most).toBeLessThan(left?.most ?? 0)
    expect(right?.holdings).toEqual(pictureAt(namedFilm('split-brain-gated'), 20_000_000, REST).holdings)
  })

  it('are each what they are alone in everything else', () => {
    const film = namedFilm('split-brain')
    expect(sideBySide([film])).toEqual([film])
    expect(pair()[0]?.verdict).toEqual(film.verdict)
  })
})

describe('the ledger', () => {
  const film = namedFilm('split-brain')
  const ledger = ledgerOf(film.verdict)

  it('lists every write under what became of it', () => {
    expect(ledger.lost).toHaveLength(film.verdict.lost)
    expect(ledger.acknowledged).toHaveLength(film.verdict.acknowledged)
    expect(ledger.refused).toHaveLength(film.verdict.refused)
    expect(ledger['no-connection']).toHaveLength(film.verdict.noConnection)
    expect(ledger.unanswered).toHaveLength(film.verdict.unanswered)
  })

  it('lists as at risk what the strip shows as at risk', () => {
    const at = 12_000_000
    expect(atRisk(film.verdict, film.fates, at)).toHaveLength(totals(film.strips.known(at)).risk)
    expect(atRisk(film.verdict, film.fates, film.lanes.end)).toEqual([])
  })
})
