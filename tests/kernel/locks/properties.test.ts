// What holds in every run with locks, on random scenarios. KERNEL_RUNS and KERNEL_SEED draw more of them, or others.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeLocks, type LockVerdict } from '@/lib/reading/verdict/locks'
import { judge } from '@/lib/reading/verdict/verdict'
import { runUntil, step } from '@/lib/sim/core/step'
import { awaken, fork, stateOf } from '@/lib/sim/fork'
import type { JournalEvent } from '@/lib/sim/journal'
import { KINDS } from '@/lib/sim/kinds/kinds'
import type { Run } from '@/lib/sim/outputs'
import { run, runWithWire } from '@/lib/sim/run'
import { begin, endOf } from '@/lib/sim/simulate'
import * as properties from '../properties'
import * as wire from '../wire-properties'
import { lockScenarios } from './arbitrary'

const RUNS = Number(process.env.KERNEL_RUNS ?? 80)
const SEED = Number(process.env.KERNEL_SEED ?? 7)
const PATIENCE_MS = 3_600_000

const ALWAYS: readonly properties.Property[] = [
  properties.oracleAgrees,
  properties.lossesAreExplained,
  properties.oneLeaderAnEpoch,
  properties.offsetsOnlyGrow,
  properties.stoppedAreSilent,
  properties.gateIsObeyed,
  properties.causeBeforeEffect,
  properties.countsAreTrue,
]

const ON_THE_WIRE: readonly wire.WireProperty[] = [
  wire.effectsHaveMessages,
  wire.causesStandBefore,
  wire.executionsCauseCopies,
  wire.arrivalsAreTrue,
  wire.connectionsKeepOrder,
]

/** A client believes at most once at a time, from a grant of its own that came before its end. */
function beliefsAreSound({ beliefs }: LockVerdict): boolean {
  const ends = new Map<string, number>()
  return beliefs.every(({ owner, from, until }) => {
    const before = ends.get(owner) ?? 0
    ends.set(owner, until)
    return from >= before && until >= from
  })
}

/** A resource that looks at tokens takes none that is smaller than one it has taken. */
function tokensOnlyGrow({ events, scenario }: Run): boolean {
  if (scenario.hosts.db?.resource?.fencing !== true) return true
  let largest = 0
  return events.every((event) => {
    if (event.type !== 'guarded-write' || !event.accepted) return true
    const grows = (event.token ?? 0) >= largest
    largest = event.token ?? 0
    return grows
  })
}

/** On one server, nobody else is given a key before it has been deleted or has expired. */
function keysAreExclusive({ events }: Run): boolean {
  const keys = new Map<string, { owner: string; until: number }>()
  return events.every((event) => {
    if (
      event.type === 'load' ||
      event.type === 'boot' ||
      event.type === 'kill' ||
      event.type === 'role' ||
      event.type === 'apply'
    )
      keys.delete(event.host)
    if (event.type !== 'lock-key') return true
    const known = keys.get(event.host)
    keys.delete(event.host)
    if (event.owner === null) return true
    keys.set(event.host, { owner: event.owner, until: event.until })
    return known === undefined || known.owner === event.owner || event.at > known.until
  })
}

/** What must happen in some of the runs. */
const SOMETIMES: readonly (readonly [string, (run: Run, verdict: LockVerdict) => boolean])[] = [
  ['two owners because a key was lost', (_, { overlaps }) => overlaps.some(({ cause }) => cause === 'lost-key')],
  ['two owners because one overran', (_, { overlaps }) => overlaps.some(({ cause }) => cause === 'overrun')],
  ['a stale write is taken', (_, { resource }) => resource.staleAccepted.length > 0],
  ['an error of WAIT', (_, { failed }) => (failed.NoSyncedSlaves ?? 0) > 0],
  ['an unlock of what is gone', (_, { failed }) => (failed.IllegalMonitorState ?? 0) > 0],
  ['a renewal', ({ events }) => events.some(({ type }) => type === 'lock-renewed')],
]

const seen = new Set<string>()

describe('always', () => {
  it('what holds of every run holds with locks, and of the locks themselves', { timeout: PATIENCE_MS }, () => {
    const check = fc.property(lockScenarios, (scenario) => {
      const one = runWithWire(scenario)
      const locks = judgeLocks(one)
      for (const [name, happened] of SOMETIMES) if (happened(one, locks)) seen.add(name)
      const verdict = judge(one)
      const wrong = [...ALWAYS.map((holds) => holds(one, verdict)), ...ON_THE_WIRE.map((holds) => holds(one))]
      expect(
        wrong.filter((what) => what !== null),
        JSON.stringify(scenario),
      ).toEqual([])
      expect([beliefsAreSound(locks), tokensOnlyGrow(one), keysAreExclusive(one)], JSON.stringify(scenario)).toEqual([
        true,
        true,
        true,
      ])
    })
    fc.assert(check, { numRuns: RUNS, seed: SEED })
  })

  it('a copy goes on as the run would have, be it forked or out of JSON', { timeout: PATIENCE_MS }, () => {
    const check = fc.property(lockScenarios, fc.integer({ min: 0, max: 1000 }), (scenario, thousandths) => {
      const whole = JSON.stringify(run(scenario).events)
      const journal: JournalEvent[] = []
      const world = begin(scenario, KINDS, { journal, wire: null })
      const stop = (endOf(scenario) * thousandths) / 1000
      while (step(world, stop));
      const begun = [...journal]
      const forked: JournalEvent[] = []
      const read: JournalEvent[] = []
      const text = JSON.stringify(stateOf(world))
      runUntil(fork(world, { journal: forked, wire: null }), endOf(scenario))
      runUntil(awaken(JSON.parse(text), { ...world.wiring, journal: read, wire: null }), endOf(scenario))
      expect(JSON.stringify([...begun, ...forked])).toBe(whole)
      expect(JSON.stringify([...begun, ...read])).toBe(whole)
    })
    fc.assert(check, { numRuns: RUNS / 2, seed: SEED + 1 })
  })
})

describe('sometimes', () => {
  it.each(SOMETIMES)('%s', (name) => {
    expect([...seen]).toContain(name)
  })
})
