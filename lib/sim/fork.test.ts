import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { namedScenario } from '@/lib/content/scenarios'
import { scenarios } from '@/tests/kernel/arbitrary'
import { change } from './core/network'
import { runUntil, step } from './core/step'
import { awaken, fork, stateOf } from './fork'
import type { JournalEvent } from './journal'
import { KINDS } from './kinds/kinds'
import type { ClusterWorld } from './kinds/protocol'
import { run } from './run'
import type { Scenario } from './scenario/scenario'
import { begin, endOf } from './simulate'
import { WireLog } from './wire'

/** A world as it stands after so many parts in a thousand of its run, and what its journal holds. */
function standing(scenario: Scenario, thousandths: number): { readonly world: ClusterWorld; readonly journal: JournalEvent[] } {
  const journal: JournalEvent[] = []
  const world = begin(scenario, KINDS, { journal, wire: null })
  const stop = (endOf(scenario) * thousandths) / 1000
  while (step(world, stop));
  return { world, journal }
}

/** Freezes every record that is tagged by a `type`: whoever changes one is thrown out. */
function freezeFacts(value: unknown, fact = false): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return
  const tagged = fact || 'type' in value
  if (tagged) Object.freeze(value)
  for (const member of Object.values(value)) freezeFacts(member, tagged)
}

const text = (events: readonly JournalEvent[]) => events.map((event) => JSON.stringify(event))

/** The journal as it is when nobody looks, and as it is when a copy is made on the way: of the original, and of the copy. */
function journals(scenario: Scenario, thousandths: number, copy: (world: ClusterWorld, journal: JournalEvent[]) => ClusterWorld) {
  const { world, journal } = standing(scenario, thousandths)
  const before = text(journal)
  const copied: JournalEvent[] = []
  const other = copy(world, copied)
  freezeFacts(stateOf(world))
  // The copy goes first: what it does must not show in the original.
  runUntil(other, endOf(scenario))
  runUntil(world, endOf(scenario))
  return { whole: text(run(scenario).events), original: text(journal), continued: [...before, ...text(copied)] }
}

const forked = (world: ClusterWorld, journal: JournalEvent[]) => fork(world, { journal, wire: null })
const throughJson = (world: ClusterWorld, journal: JournalEvent[]) =>
  awaken(JSON.parse(JSON.stringify(stateOf(world))), { ...world.wiring, journal, wire: null })

const moments = fc.integer({ min: 0, max: 1000 })

describe('a world that is copied at any event', () => {
  it.each([
    ['by fork', forked],
    ['through JSON', throughJson],
  ])(
    '%s goes on byte for byte as the one that was never copied, and so does the original',
    (_, copy) => {
      const check = fc.property(scenarios, moments, (scenario, thousandths) => {
        const { whole, original, continued } = journals(scenario, thousandths, copy)
        expect(continued).toEqual(whole)
        expect(original).toEqual(whole)
      })
      fc.assert(check, { seed: 7, numRuns: 60 })
    },
    300_000,
  )

  it.each(['split-brain', 'gate-hole', 'manual-failover', 'wait-one-of-two'] as const)(
    'does so in %s',
    (name) => {
      for (const thousandths of [0, 90, 333, 500, 777, 950]) {
        for (const copy of [forked, throughJson]) {
          const { whole, continued } = journals(namedScenario(name), thousandths, copy)
          expect(continued).toEqual(whole)
        }
      }
    },
    120_000,
  )
})

describe('a copy', () => {
  it('shares facts and nothing else: a change of one world does not show in the other', () => {
    const { world } = standing(namedScenario('split-brain'), 400)
    const before = JSON.stringify(stateOf(world))
    const other = fork(world, { journal: null, wire: null })
    expect(JSON.stringify(stateOf(other))).toBe(before)
    runUntil(other, endOf(namedScenario('split-brain')))
    expect(JSON.stringify(stateOf(world))).toBe(before)
    expect(JSON.stringify(stateOf(other))).not.toBe(before)
  })

  it('may go another way than the original: here the network heals in one of the two', () => {
    const scenario = namedScenario('split-brain')
    const { world, journal } = standing(scenario, 200)
    const before = journal.length
    const healed: JournalEvent[] = []
    const other = fork(world, { journal: healed, wire: null })
    change(other, { heal: true })
    runUntil(other, endOf(scenario))
    runUntil(world, endOf(scenario))
    expect(text(healed)).not.toEqual(text(journal.slice(before)))
    expect(text(journal)).toEqual(text(run(scenario).events))
  })

  it('writes down only what is sent after it was made, under the numbers that the messages have in the whole run', () => {
    const scenario = namedScenario('wait-one-of-two')
    const all = new WireLog()
    runUntil(begin(scenario, KINDS, { journal: null, wire: all }), endOf(scenario))
    const { world } = standing(scenario, 500)
    const log = new WireLog()
    const { sent } = world
    runUntil(fork(world, { journal: null, wire: log }), endOf(scenario))
    expect(log.messages).toEqual(all.messages.slice(sent))
    expect(log.messages.length).toBeGreaterThan(10)
  })
})
