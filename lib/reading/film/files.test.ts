import { describe, expect, it } from 'vitest'
import { type ScenarioName, scenarioFiles } from '@/content/scenarios/index'
import { namedFilm, namedRun } from '@/lib/content/scenarios'
import { HandJournal } from '@/tests/kernel/hand-journal'
import { eventsOf } from '../events'
import { filesOf } from './files'

const names = Object.keys(scenarioFiles) as ScenarioName[]
const at = (journal: HandJournal, ms: number) => filesOf(journal.run()).at(ms * 1000)
const saved = { type: 'snapshot', host: 'r1', snapshot: 0, replid: '', offset: 131, for: 'disk' } as const

describe('what is on a disk', () => {
  it('R73: is every write where there is an AOF, and stays there when the process dies', () => {
    const journal = new HandJournal({ r1: { appendonly: 'yes' } }).at(10)
    journal.write('r1', 'r2')
    journal.at(20).write('r1', 'r2')
    journal.at(30).kill('r1')
    expect(at(journal, 5)).toEqual({ r1: { kind: 'aof', writes: 0 } })
    expect(at(journal, 10).r1).toEqual({ kind: 'aof', writes: 1 })
    expect(at(journal, 40)).toEqual({ r1: { kind: 'aof', writes: 2 } })
  })

  it('R75: is the last snapshot without one, and nothing where none was taken', () => {
    const journal = new HandJournal({ r1: { save: '60 1' } }).at(10)
    journal.write('r1')
    journal.at(20).push(saved)
    journal.at(30).write('r1')
    const rdb = { kind: 'rdb', writes: 1 }
    expect([19, 20, 30].map((ms) => at(journal, ms).r1)).toEqual([undefined, rdb, rdb])
  })

  it('R80: stays as it was from the end of an AOF on', () => {
    const journal = new HandJournal({ r1: { appendonly: 'yes' } }).at(10)
    journal.write('r1')
    journal.at(20).push({ type: 'aof', host: 'r1', on: false })
    journal.at(30).write('r1')
    journal.at(40).push({ type: 'aof', host: 'r1', on: true })
    expect([30, 40].map((ms) => at(journal, ms).r1?.writes)).toEqual([1, 2])
  })

  it('is told where a server starts from it, or where it was configured, and nowhere else', () => {
    expect(at(new HandJournal(), 10)).toEqual({})
    const restarted = new HandJournal().at(5).push(saved).at(20).kill('r1').at(30).boot('r1', 'rdb', 0)
    expect(at(restarted, 10)).toEqual({ r1: { kind: 'rdb', writes: 0 } })
    expect(at(new HandJournal().at(5).push(saved), 10)).toEqual({})
    expect(at(new HandJournal({ r1: { appendonly: 'no' } }), 10)).toEqual({})
  })
})

describe('in a named scenario', () => {
  it.each(names)('%s a server comes up with what was on its disk', (name) => {
    const run = namedRun(name)
    const files = filesOf(run)
    for (const { event } of eventsOf(run, 'boot')) {
      expect(files.at(event.at - 1)[event.host]?.writes ?? 0).toBe(event.writes)
    }
  })

  it('empty-restart a primary has nothing on its disk', () => {
    const film = namedFilm('empty-restart')
    const crash = eventsOf(film.run, 'kill')[0]?.event.at ?? 0
    expect(film.files.at(crash).r1).toBe(undefined)
    expect(film.files.at(film.lanes.end).r2?.kind).toBe('rdb')
  })

  it('split-brain says nothing of disks', () => {
    expect(namedFilm('split-brain').files.at(20_000_000)).toEqual({})
  })
})
