// Links and runs: what a link leads to, and that it leads back to where its maker was.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ScenarioName, scenarioFiles } from '@/content/scenarios'
import { namedFilm, namedScenario } from '@/lib/content/scenarios'
import { type Film, filmOf, sideBySide } from '../reading/film/film'
import '../reading/kinds/all'
import { SETTING_IDS, SETTINGS, type SettingId } from '../settings/settings'
import { settingsOf, withSetting } from '../settings/values'
import { runWithWire } from '../sim/run'
import type { Scenario } from '../sim/scenario/scenario'
import { type Link, readLink, writeLink } from './link'
import old from './links.json'
import { type DemoState, linkTo, scenariosFor, stateOf } from './state'

const NAMES = Object.keys(scenarioFiles) as ScenarioName[]
const TABS = ['figure', 'moments', 'conf', 'ledger', 'log', 'proof']

function filmed(scenarios: readonly Scenario[]): readonly Film[] {
  return sideBySide(scenarios.map((scenario) => filmOf(runWithWire(scenario))))
}

function linkFrom(query: string): Link {
  const reading = readLink(query)
  if (reading === null || 'unreadable' in reading) throw new Error(`${query} is no link`)
  return reading.link
}

/** What a demo of these scenarios shows at an address. */
function opened(query: string, names: readonly ScenarioName[]) {
  const link = linkFrom(query)
  const found = scenariosFor(link, names.map(namedScenario))
  return 'impossible' in found ? found : stateOf(link, filmed(found.scenarios), TABS)
}

function stateAt(query: string, names: readonly ScenarioName[]): DemoState {
  const found = opened(query, names)
  if ('impossible' in found) throw new Error(JSON.stringify(found.impossible))
  return found.state
}

/** As a reader sets them, one after the other. */
function set(scenario: Scenario, changes: readonly (readonly [SettingId, number])[]): Scenario {
  return changes.reduce((now, [id, part]) => {
    const [setting] = settingsOf(now, [id])
    if (setting === undefined) return now
    const { min, max } = setting
    const exact = min + part * (max - min)
    const changed = withSetting(now, id, SETTINGS[id].whole ? Math.round(exact) : exact)
    return 'scenario' in changed ? changed.scenario : now
  }, scenario)
}

const readings = (scenario: Scenario) => settingsOf(scenario, SETTING_IDS).map(({ id, value }) => [id, value])

describe('a link to a state', () => {
  const changes = fc.array(fc.tuple(fc.constantFrom(...SETTING_IDS), fc.double({ min: 0, max: 1, noNaN: true })), {
    maxLength: 6,
  })

  it('leads to scenarios that read as those that it was made from, settings and seed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), changes, fc.nat(100), (name, made, seed) => {
        const built = namedScenario(name)
        const now = { ...set(built, made), seed }
        // The films tell only the outcome.
        const film: Film = Object.create(namedFilm(name), { run: { value: { ...namedFilm(name).run, scenario: now } } })
        const link = linkTo(name, [built], { films: [film], at: null, followed: null, tab: 'log' })
        const text = link && writeLink(link)
        if (link === null || !text) throw new Error('no link')
        const found = scenariosFor(linkFrom(text), [built])
        if ('impossible' in found) throw new Error(`${text}: ${JSON.stringify(found.impossible)}`)
        const [again] = found.scenarios
        expect(again && readings(again)).toEqual(readings(now))
        expect(again?.seed).toBe(seed)
      }),
      { numRuns: 1500 },
    )
  })

  it.each<[string, readonly ScenarioName[], readonly (readonly [SettingId, number])[]]>([
    ['a run', ['split-brain'], [['min-replicas-to-write', 0.5]]],
    [
      'a comparison',
      ['slow-link-crash', 'slow-link-crash-wait'],
      [
        ['wait-replicas', 1],
        ['wait-timeout', 0.123],
      ],
    ],
    ['locks', ['lock-lost-key'], []],
    ['MySQL', ['semisync-hasty-promotion'], []],
  ])('of %s leads back to it: the same runs, at the same instant, with the same outcome', (_, names, made) => {
    const built = names.map(namedScenario)
    const now = [...built.slice(0, -1), ...built.slice(-1).map((scenario) => set(scenario, made))]
    const films = filmed(now.map((scenario) => ({ ...scenario, seed: 11 })))
    const moments = films.at(-1)?.found ?? []
    const writes = films[0]?.verdict.writes ?? []
    for (const at of [null, 0, 1_234_567, moments[2]?.at ?? 0]) {
      const state: DemoState = { films, at, followed: at === null || writes.length === 0 ? null : 0, tab: 'ledger' }
      const link = linkTo('x', built, state)
      const read = linkFrom((link && writeLink(link)) ?? '')
      const found = scenariosFor(read, built)
      if ('impossible' in found) throw new Error('no link')
      const again = filmed(found.scenarios)
      expect(again.map(({ run }) => run.events.slice(1))).toEqual(films.map(({ run }) => run.events.slice(1)))
      expect(stateOf(read, again, TABS)).toEqual({
        state: { ...state, films: again },
        drift: null,
      })
    }
  })

  it('names a moment where the cursor stands at one', () => {
    const film = namedFilm('split-brain')
    const at = film.found.find(({ code }) => code === 'promoted')?.at ?? 0
    const built = [namedScenario('split-brain')]
    const state = { films: [film], followed: null, tab: null }
    expect(linkTo('split-brain', built, { ...state, at })?.at).toEqual({ moment: 'promoted' })
    expect(linkTo('split-brain', built, { ...state, at: at + 1 })?.at).toEqual({ us: at + 1 })
    expect(linkTo('split-brain', built, { ...state, at: null })).toBeNull()
  })
})

describe('a link that can’t be shown', () => {
  it.each([
    ['demo=split-brain&wait-timeout=5', { code: 'no-setting', id: 'wait-timeout' }],
    ['demo=split-brain&min-replicas-to-write=9', { code: 'refused', refusal: 'too-large', value: 9 }],
    ['demo=split-brain&min-replicas-to-write=0.5', { code: 'refused', refusal: 'not-whole' }],
    ['demo=split-brain&tab=nonsense', { code: 'no-tab', tab: 'nonsense' }],
    ['demo=split-brain&at=gate-closed', { code: 'no-moment', moment: 'gate-closed' }],
    ['demo=split-brain&at=constructor', { code: 'no-moment', moment: 'constructor' }],
    ['demo=split-brain&at=36', { code: 'beyond', seconds: 36, end: 35 }],
    ['demo=split-brain&follow=999999', { code: 'no-write', write: 999999 }],
  ])('%s says why', (query, impossible) => {
    expect(opened(query, ['split-brain'])).toMatchObject({ impossible })
  })

  it('says nothing of what only its own outcome had', () => {
    expect(opened('demo=split-brain&at=gate-closed&end=0000&follow=999999&k=1', ['split-brain'])).toMatchObject({
      state: { at: null, followed: null },
      drift: { kernel: '1', outcome: true },
    })
  })

  it('never throws: any reading of any setting is run or refused', () => {
    const given = fc.dictionary(
      fc.constantFrom(...SETTING_IDS),
      fc.oneof(fc.nat(100_000), fc.double({ min: 0, noNaN: true, max: 1e9 })),
    )
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), given, (name, settings) => {
        const found = scenariosFor({ demo: name, settings }, [namedScenario(name)])
        return 'impossible' in found || found.scenarios.length === 1
      }),
      { numRuns: 3000 },
    )
  })
})

describe('a link that drifted', () => {
  it('tells its kernel and whether the outcome is another', () => {
    const drift = (query: string) => {
      const found = opened(`demo=split-brain&${query}`, ['split-brain'])
      return 'drift' in found ? found.drift : found
    }
    expect(drift('k=2&end=f5bd')).toBeNull()
    expect(drift('k=1&end=f5bd')).toEqual({ kernel: '1', outcome: false })
    expect(drift('k=1&end=0000')).toEqual({ kernel: '1', outcome: true })
    expect(drift('k=2&end=0000')).toEqual({ kernel: null, outcome: true })
    expect(drift('seed=7')).toBeNull()
  })
})

// Made once, and never changed: a link in somebody’s wiki.
describe('an old link', () => {
  it.each(old)('$query shows what it showed', ({ query, runs, shows }) => {
    const names = runs as ScenarioName[]
    const { films, at, followed, tab } = stateAt(query, names)
    const last = films.at(-1)
    expect({
      settings: Object.fromEntries(
        SETTING_IDS.flatMap((id) =>
          Object.hasOwn(shows.settings, id) && last ? [[id, SETTINGS[id].read(last.run.scenario)]] : [],
        ),
      ),
      seeds: films.map(({ run }) => run.scenario.seed),
      seconds: at === null ? null : at / 1e6,
      followed,
      tab,
      lost: films.map(({ verdict }) => verdict.lost),
    }).toEqual(shows)
    expect(opened(query, names)).toMatchObject({ drift: null })
  })
})
