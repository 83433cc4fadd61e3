import { describe, expect, it } from 'vitest'
import { type ScenarioName, scenarioFiles } from '@/content/scenarios'
import { namedFilm, namedScenario } from '@/lib/content/scenarios'
import { type Film, VIEWS, type ViewName } from '@/lib/reading/film/film'
import { KINDS } from '@/lib/sim/kinds/kinds'
import { Filming, filmed } from './filming'

const names = Object.keys(scenarioFiles) as readonly ScenarioName[]
const cut = namedScenario('split-brain')
const gated = namedScenario('split-brain-gated')

/** The run of a film: made again, it is another object. */
const runs = (films: readonly Film[]) => films.map(({ run }) => run)

describe('the films of a demo', () => {
  it.each(names)('are made of %s in small steps, and are what a whole run gives', (name) => {
    const scenario = namedScenario(name)
    const work = filmed(scenario, KINDS)
    let steps = 0
    let step = work.next()
    for (; !step.done; step = work.next()) steps += 1
    const film = step.value
    const views = Object.keys(VIEWS).length
    // Where nobody watches and nobody writes all the time, so little happens that the run is one step.
    const hosts = Object.values(scenario.hosts)
    const busy = scenario.workload.length > 0 || hosts.some(({ sentinel }) => sentinel !== undefined)
    // MySQL's threads look for a source that died, and who wants a lock asks again and again, so what one step has room for differs.
    const looking = hosts.some(({ mysql, client }) => mysql !== undefined || client?.lock !== undefined)
    if (busy) expect(steps).toBeGreaterThan(views)
    else if (looking) expect(steps).toBeGreaterThanOrEqual(views)
    else expect(steps).toBe(views)
    const whole = namedFilm(name)
    expect(JSON.stringify(film.run) === JSON.stringify(whole.run)).toBe(true)
    for (const view of ['headline', 'moments', 'decisive'] satisfies ViewName[]) expect(film[view]).toEqual(whole[view])
  })

  it('are made once, whoever asks again for a scenario that says the same', async () => {
    const filming = new Filming(KINDS)
    await filming.ahead([cut, gated])
    const made = runs([cut, gated].flatMap((scenario) => filming.now([{ ...scenario }])))
    expect(made).toHaveLength(2)
    for (const [index, run] of runs(filming.now([gated, cut]).toReversed()).entries()) expect(run).toBe(made[index])
  })

  it('are ended at once when they are asked for half made', async () => {
    const filming = new Filming(KINDS)
    const ahead = filming.ahead([cut, gated])
    const [now] = filming.now([gated])
    expect(now?.headline).toEqual(namedFilm('split-brain-gated').headline)
    await ahead
    expect(runs(filming.now([gated]))[0]).toBe(now?.run)
  })

  it('are no longer made when others are expected', async () => {
    const filming = new Filming(KINDS)
    const dropped = filming.ahead([gated])
    await Promise.all([dropped, filming.ahead([cut])])
    const [kept] = runs(filming.now([cut]))
    expect(runs(filming.now([cut]))[0]).toBe(kept)
  })

  it('that can not be made say so when they are asked for, again and again', async () => {
    const filming = new Filming({})
    await filming.ahead([cut])
    for (let time = 0; time < 2; time += 1) expect(() => filming.now([cut])).toThrow('was not loaded')
  })
})
