import { describe, expect, it } from 'vitest'
import { type ScenarioName, scenarioFiles } from '@/content/scenarios/index'
import { namedFilm, namedRun, namedScenario } from '@/lib/content/scenarios'
import { SETTINGS } from '@/lib/settings/settings'
import { runWithWire } from '@/lib/sim/run'
import { filmOf } from '../film/film'
import { judge } from '../verdict/verdict'
import { momentAt } from './moment'

const names = Object.keys(scenarioFiles) as ScenarioName[]
const codes = (name: ScenarioName) => namedFilm(name).moments.map(({ code }) => code)
const find = (name: ScenarioName, code: string) => namedFilm(name).moments.find((moment) => moment.code === code)

describe('a storyboard', () => {
  it.each(names)('of %s has three moments at least, in order, each an event of its journal', (name) => {
    const { moments, run: told, lanes } = namedFilm(name)
    expect(moments.length).toBeGreaterThanOrEqual(3)
    expect(moments.map(({ at }) => at)).toEqual(moments.map(({ at }) => at).toSorted((a, b) => a - b))
    for (const { at, index, code } of moments) {
      expect(told.events[index]).toBeDefined()
      expect(at).toBeLessThanOrEqual(lanes.end)
      if (code !== 'command' && code !== 'waiting' && code !== 'end' && code !== 'left') expect(told.events[index]?.at).toBe(at)
    }
  })

  it('tells a split brain from the cut to the erasure', () => {
    expect(codes('split-brain')).toEqual(['split', 'down', 'promoted', 'heal', 'demoted', 'erased'])
    expect(find('split-brain', 'split')).toMatchObject({ near: ['r1', 'c1'], rest: true })
    expect(find('split-brain', 'promoted')).toMatchObject({ old: 'r1', goesOn: 'open', reachable: false })
  })

  it('counts in an erasure what the verdict counts as lost by it', () => {
    const { lost } = judge(namedRun('split-brain'))
    expect(find('split-brain', 'erased')).toMatchObject({ hosts: ['r1'], of: 'r3', lost })
  })

  it('says how long after the heal the old primary goes on', () => {
    const heal = find('split-brain', 'heal')
    const demoted = find('split-brain', 'demoted')
    expect(heal).toMatchObject({ old: 'r1', until: demoted?.at })
  })

  it('tells of the gate that closes, but not of one that a new primary opens at once', () => {
    expect(find('split-brain-gated', 'gate-closed')).toMatchObject({
      server: 'r1',
      needed: 1,
      good: 0,
      silent: ['r2', 'r3'],
    })
    expect(find('gate-hole', 'gate-closed')).toMatchObject({ server: 'r3', good: 0, silent: [] })
  })

  it('counts what a crash stranded', () => {
    expect(find('slow-link-crash', 'kill')).toMatchObject({
      host: 'r1',
      complete: false,
      stranded: judge(namedRun('slow-link-crash')).lost,
    })
    expect(find('healthy-crash', 'kill')).toMatchObject({ complete: true, stranded: 0 })
  })

  it('joins replicas that copy the same empty data set', () => {
    const erased = find('empty-restart', 'erased')
    expect(erased).toMatchObject({ of: 'r1', empty: true })
    expect(erased && 'hosts' in erased && erased.hosts.toSorted()).toEqual(['r2', 'r3'])
  })

  it('names who was passed over', () => {
    expect(find('priority-over-offset', 'promoted')).toMatchObject({ host: 'r3', passedOver: 'r2' })
    expect(find('healthy-crash', 'promoted')).toMatchObject({ passedOver: null, missing: 0 })
  })

  it('tells, where the run ends before the erasing, who still has what is lost, and blames no event for it', () => {
    const scenario = SETTINGS['heal-after'].write(namedScenario('split-brain'), 25)
    const film = filmOf(runWithWire(scenario))
    expect(film.moments.at(-1)).toMatchObject({ code: 'left', hosts: ['r1'], primary: 'r3', lost: film.verdict.lost })
    expect(film.moments.some(({ code }) => code === 'erased')).toBe(false)
    for (const { fate, lostBy, leftOn } of film.verdict.writes)
      if (fate === 'lost') expect([lostBy, leftOn]).toEqual([null, ['r1']])
  })

  it('tells when nobody is elected', () => {
    expect(find('two-sentinels', 'not-elected')).toMatchObject({ votesNeeded: 2 })
  })

  it('tells of typed commands where nothing else writes', () => {
    expect(codes('wait-one-of-two')).toEqual(['pause', 'reply', 'waiting', 'reply', 'resume', 'reply'])
    expect(find('manual-failover', 'command')).toMatchObject({ at: 3_000_000, command: 'SENTINEL FAILOVER m' })
  })
})

describe('the moment at an instant', () => {
  it('is the last that has happened', () => {
    const { moments } = namedFilm('split-brain')
    expect(momentAt(moments, 0)).toBe(-1)
    expect(momentAt(moments, 3_000_000)).toBe(0)
    expect(momentAt(moments, 35_000_000)).toBe(moments.length - 1)
  })
})
