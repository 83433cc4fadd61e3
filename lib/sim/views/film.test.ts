import { describe, expect, it } from 'vitest'
import { type ScenarioName, scenarioFiles } from '@/content/scenarios'
import { namedRun } from '@/lib/content/scenarios'
import { filmOf, pictureAt } from './film'
import { atRisk, ledgerOf } from './ledger'

const names = Object.keys(scenarioFiles) as ScenarioName[]
const REST = { shownFor: 500_000, known: false }

describe('a picture', () => {
  it.each(names)('of %s is plain data, and the same each time', (name) => {
    const film = filmOf(namedRun(name))
    const picture = pictureAt(film, film.decisive, REST)
    expect(JSON.parse(JSON.stringify(picture))).toEqual(picture)
    expect(pictureAt(filmOf(namedRun(name)), film.decisive, REST)).toEqual(picture)
  })

  it('stands, at rest, where there are two primaries and everyone who can know it does', () => {
    const film = filmOf(namedRun('split-brain'))
    const { frame } = pictureAt(film, film.decisive, REST)
    expect(Object.values(frame.servers).filter(({ role }) => role === 'primary')).toHaveLength(2)
    expect(Object.values(frame.sentinels).map(({ primary }) => primary)).toEqual(['r3', 'r3', 'r3'])
  })

  it('stands, at rest, at the event that cost the most', () => {
    const film = filmOf(namedRun('slow-link-crash'))
    expect(film.decisive).toBe(3_000_000)
  })

  it('calls doomed writes lost at rest, and at risk while that is all that is known', () => {
    const film = filmOf(namedRun('split-brain'))
    expect(pictureAt(film, 12_000_000, REST).answers.c1).toEqual({ error: null, fate: 'lost' })
    expect(pictureAt(film, 12_000_000, { ...REST, known: true }).answers.c1).toEqual({ error: null, fate: 'risk' })
    expect(pictureAt(film, 12_000_000, { ...REST, known: true }).totals).toMatchObject({ lost: 0 })
  })
})

describe('the ledger', () => {
  const film = filmOf(namedRun('split-brain'))
  const ledger = ledgerOf(film.verdict)

  it('lists every write under what became of it', () => {
    expect(ledger.lost).toHaveLength(film.verdict.lost)
    expect(ledger.acknowledged).toHaveLength(film.verdict.acknowledged)
    expect(ledger.refused).toHaveLength(film.verdict.refused)
    expect(ledger.unanswered).toHaveLength(film.verdict.unanswered)
  })

  it('lists as at risk what the strip shows as at risk', () => {
    const at = 12_000_000
    expect(atRisk(film.verdict, film.strips.lostAt, at, film.lanes.end)).toHaveLength(film.strips.known(at).totals.risk)
    expect(atRisk(film.verdict, film.strips.lostAt, film.lanes.end, film.lanes.end)).toEqual([])
  })

  it('knows when each lost write was destroyed', () => {
    const write = ledger.lost[0] ?? -1
    const at = film.strips.lostAt[write]
    expect(film.run.events[film.verdict.writes[write]?.lostBy ?? -1]?.at).toBe(at)
  })
})
