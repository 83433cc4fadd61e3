import { expect, it } from 'vitest'
import { namedScenario } from '@/lib/content/scenarios'
import { compare } from './compare'
import { evidenceScenario } from './files'
import { labelKey } from './label'
import { type Outcome, simulate } from './outcome'

const scenario = namedScenario('healthy-crash')
const simulated = simulate(scenario, 30)
const [first] = simulated
if (first === undefined) throw new Error('no run')

const disagreements = (...real: readonly Outcome[]) =>
  compare(scenario, real, simulated)
    .filter(({ agrees }) => !agrees)
    .map((row) => (row.kind === 'decided' ? row.code : labelKey(row.label)))

it('simulated runs agree with themselves', () => {
  expect(disagreements(...simulated)).toEqual([])
})

it('a different decision disagrees', () => {
  expect(disagreements({ ...first, finalPrimary: 'r1' })).toEqual(['finalPrimary'])
  expect(disagreements(first, { ...first, failovers: [] })).toContain('failovers')
  expect(disagreements({ ...first, writes: { ...first.writes, rejected: { READONLY: 499, NOCONN: 499 } } })).toContain('errors')
})

it('a time or a count out of range disagrees, one just beyond what was simulated does not', () => {
  const promoted = simulated.map(({ failovers }) => failovers[0]?.promotedAtMs ?? 0)
  const at = (promotedAtMs: number) => ({
    ...first,
    failovers: first.failovers.map((failover) => ({ ...failover, promotedAtMs })),
  })
  expect(disagreements(at(Math.max(...promoted) + 60))).toEqual([])
  expect(disagreements(at(Math.max(...promoted) + 300))).toEqual(['promoted'])
  // As a fact, and as a count.
  expect(disagreements({ ...first, writes: { ...first.writes, lost: 40 } })).toEqual(['lost', 'lost'])
})

it('a count that real runs lack is held against the simulated one', () => {
  expect(disagreements({ ...first, writes: { ...first.writes, rejected: {}, firstRejectedAtMs: {} } })).toEqual([
    'refused NOCONN',
  ])
})

it('equal decisions are counted as one', () => {
  const row = compare(scenario, [first, { ...first }, { ...first, finalPrimary: null }], simulated).find(
    (each) => each.kind === 'decided' && each.code === 'finalPrimary',
  )
  expect(row?.real).toEqual([
    { fact: [{ code: 'host', host: first.finalPrimary }], runs: 2 },
    { fact: [], runs: 1 },
  ])
})

it('a lock that is granted to somebody else, too early or too late, disagrees', () => {
  const locking = evidenceScenario('redlock-empty-restart')
  const outcomes = simulate(locking, 5)
  const [one] = outcomes
  if (one?.locks === undefined) throw new Error('no locks')
  const { locks } = one
  const odd = (changed: Partial<typeof locks>) =>
    compare(locking, [{ ...one, locks: { ...locks, ...changed } }], outcomes)
      .filter(({ agrees }) => !agrees)
      .map((row) => (row.kind === 'decided' ? row.code : labelKey(row.label)))
  expect(odd({})).toEqual([])
  const grants = locks.grants.map((grant) => ({ ...grant, atMs: grant.atMs + 500 }))
  expect(odd({ grants })).toEqual(['granted c1', 'granted c2'])
  // Who tries every 200 ms may be late by one try.
  expect(odd({ grants: locks.grants.map((grant) => ({ ...grant, atMs: grant.atMs + 150 })) })).toEqual([])
  expect(odd({ grants: locks.grants.map((grant) => ({ ...grant, validMs: grant.validMs - 300 })) })).toEqual([
    'validity c1',
    'validity c2',
  ])
  expect(odd({ grants: locks.grants.slice(0, 1), overlaps: [] })).toEqual(['grants', 'twoOwners'])
  expect(odd({ failed: { NoSyncedSlaves: 1 } })).toEqual(['lockErrors'])
})

it('a lock that each client tries to take once is held to its time alone', () => {
  const waiting = evidenceScenario('lock-waits')
  const outcomes = simulate(waiting, 5)
  const [one] = outcomes
  if (one?.locks === undefined) throw new Error('no locks')
  const { locks } = one
  const later = (ms: number) => {
    const grants = locks.grants.map((grant) => ({ ...grant, atMs: grant.atMs + ms }))
    return compare(waiting, [{ ...one, locks: { ...locks, grants } }], outcomes).filter(({ agrees }) => !agrees).length
  }
  expect([later(60), later(500)]).toEqual([0, locks.grants.length])
})
