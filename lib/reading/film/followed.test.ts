import { describe, expect, it } from 'vitest'
import { type ScenarioName, scenarioFiles } from '@/content/scenarios/index'
import { namedFilm } from '@/lib/content/scenarios'
import { HandJournal } from '@/tests/kernel/hand-journal'
import { eventsOf } from '../events'
import { replay } from '../verdict/replay'
import { judge } from '../verdict/verdict'
import { fatesOf } from './fates'
import { pictureAt } from './film'
import { trailsOf } from './followed'

const names = Object.keys(scenarioFiles) as ScenarioName[]
const trail = (journal: HandJournal, write: number) => {
  const run = journal.run()
  const verdict = judge(run)
  const trails = trailsOf(run, verdict, fatesOf(run, verdict))
  return (ms: number) => trails.at(write, ms * 1000, [])
}

describe('a write that is followed', () => {
  it('is on each server that has it, from the instant at which it gets there until it is taken from it', () => {
    const journal = new HandJournal({ r1: { save: '' } }).at(10)
    const write = journal.send('r1')
    journal.at(20).push({ type: 'execute', host: 'r1', write, offset: 131 })
    journal.at(30).push({ type: 'answer', host: 'c1', write, error: null })
    journal.at(40).push({ type: 'apply', host: 'r2', write, offset: 131 })
    journal.at(50).kill('r1').at(60).boot('r1', 'nothing').at(70).fullResync('r2', 'r1', 0, 1)
    const at = trail(journal, write)
    expect(at(9)).toBe(null)
    expect(at(10)).toEqual({ write, key: 'w:0', client: 'c1', fate: 'unanswered', on: [], flying: false })
    expect([20, 40, 50, 60].map((ms) => at(ms)?.on)).toEqual([['r1'], ['r1', 'r2'], ['r2'], ['r2']])
    expect(at(70)).toMatchObject({ on: [], fate: 'lost' })
  })

  it('R11: is where the earlier one is that made it so, if it changed nothing; everywhere, if it was so from the beginning', () => {
    const journal = new HandJournal().at(10)
    const first = journal.write('r1')
    const echo = journal.at(20).writeAgain(first, 'r1')
    const never = journal.at(30).writeAgain(null, 'r1')
    journal.at(40).push({ type: 'apply', host: 'r2', write: first, offset: 131 })
    expect([20, 40].map((ms) => trail(journal, echo)(ms)?.on)).toEqual([['r1'], ['r1', 'r2']])
    expect(trail(journal, never)(30)?.on).toEqual(['r1', 'r2'])
  })

  it('is none that this run lacks', () => {
    expect(trail(new HandJournal(), 7)(20)).toBe(null)
  })

  it.each(names)('is in %s at the end where its data are, with the fate of the ledger', (name) => {
    const film = namedFilm(name)
    const { copies } = replay(film.run)
    for (const part of [0.1, 0.5, 0.9]) {
      const record = film.verdict.writes[Math.floor(film.verdict.writes.length * part)]
      if (record === undefined) continue
      const { write, key, client, fate } = record
      expect(film.trails.at(write, film.lanes.end, [])).toEqual({
        write,
        key,
        client,
        fate,
        on: copies.holdersOf(write),
        flying: false,
      })
    }
  })

  it('is drawn on its way, however many are', () => {
    const film = namedFilm('split-brain')
    const write = 101
    const sent = film.verdict.writes[write]?.sentAt ?? 0
    const exposure = { shownFor: 700_000, known: true }
    const dots = (followed: number | null) =>
      pictureAt(film, sent + 300_000, { ...exposure, followed }).dots.filter((dot) => dot.write === write)
    expect(dots(null)).toEqual([])
    expect(dots(write).map(({ kind, to }) => [kind, to])).toEqual([
      ['write', 'r1'],
      ['copy', 'r2'],
      ['copy', 'r3'],
      ['answer', 'c1'],
    ])
    const { followed } = pictureAt(film, sent + 300_000, { ...exposure, followed: write })
    expect(followed).toEqual({ write, key: 'w:101', client: 'c1', fate: 'safe', on: ['r1', 'r2', 'r3'], flying: true })
  })

  it('is lost in split-brain with the copy that erases it', () => {
    const film = namedFilm('split-brain')
    const lost = film.verdict.writes.find(({ fate }) => fate === 'lost')
    const load = eventsOf(film.run, 'load')[0]?.event.at ?? 0
    expect(film.trails.at(lost?.write ?? -1, load - 1, [])).toMatchObject({ on: ['r1'], fate: 'risk' })
    expect(film.trails.at(lost?.write ?? -1, load, [])).toMatchObject({ on: [], fate: 'lost' })
  })
})
