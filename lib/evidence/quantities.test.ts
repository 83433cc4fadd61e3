import { expect, it } from 'vitest'
import { namedScenario } from '@/lib/content/scenarios'
import { type Outcome, simulate } from './outcome'
import { quantities } from './quantities'

function first(scenario: Parameters<typeof simulate>[0]): Outcome {
  const [outcome] = simulate(scenario, 1)
  if (outcome === undefined) throw new Error('no run')
  return outcome
}

it('tells what a quantity is about by code, never in a sentence', () => {
  const scenario = namedScenario('split-brain')
  const found = quantities(scenario, first(scenario))
  expect(found.get('refused READONLY')?.label).toEqual({ code: 'refused', of: 'READONLY', nth: null })
  expect(found.get('firstResync partial')?.label).toEqual({ code: 'firstResync', of: 'partial', nth: null })
  for (const { label } of found.values()) expect(label.code).toMatch(/^[a-zA-Z]+$/)
})

it('counts a demotion from what brought the old primary back: a heal, or its own start', () => {
  const healed = namedScenario('split-brain')
  const cut = first(healed)
  const at = cut.demotions[0]?.atMs ?? Number.NaN
  const heal = healed.actions.find((action) => 'heal' in action)?.atMs ?? Number.NaN
  expect(quantities(healed, cut).get('demotedAfterHeal r1')?.value).toBe(at - heal)
  const restarted = namedScenario('old-primary-restarts')
  const outcome = first(restarted)
  const start = restarted.actions.find((action) => 'start' in action)?.atMs ?? Number.NaN
  expect(quantities(restarted, outcome).get('demotedAfterRestart r1')?.value).toBe((outcome.demotions[0]?.atMs ?? 0) - start)
  const switched = namedScenario('manual-failover')
  expect(quantities(switched, first(switched)).has('demoted r1')).toBe(true)
})

it('numbers what happens more than once, and commands that are typed', () => {
  const [outcome, scenario] = [first(namedScenario('split-brain')), namedScenario('split-brain')]
  const twice = { ...outcome, failovers: [...outcome.failovers, ...outcome.failovers] }
  expect([...quantities(scenario, twice).keys()]).toEqual(expect.arrayContaining(['promoted 1', 'promoted 2']))
  const waiting = namedScenario('wait-one-of-two')
  expect([...quantities(waiting, first(waiting)).keys()]).toEqual(
    expect.arrayContaining(['took SET order:42 paid 1', 'took WAIT 2 3000 2']),
  )
})

it('counts what WAITAOF found apart from what WAIT returned', () => {
  const scenario = namedScenario('replica-disk')
  const codes = new Set([...quantities(scenario, first(scenario)).values()].map(({ label }) => label.code))
  expect(codes).toContain('waitaofFound')
  expect(codes).toContain('lostBehindWaitaof')
  expect(codes).not.toContain('waitReturned')
})

it('tells of a source of MySQL when it fell back and came back, and what it counted', () => {
  const scenario = namedScenario('healthy-crash')
  const semisync = { m1: { fellBackAtMs: [3000, 7000], returnedAtMs: [5000], yesTx: 70, noTx: 60 } }
  const found = quantities(scenario, { ...first(scenario), semisync })
  const values = ['fellBack m1 1', 'fellBack m1 2', 'returned m1', 'confirmed m1', 'unconfirmed m1'].map(
    (key) => found.get(key)?.value,
  )
  expect(values).toEqual([3000, 7000, 5000, 70, 60])
})
