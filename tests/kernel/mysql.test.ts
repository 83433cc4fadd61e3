// What holds in every run with MySQL, on random scenarios.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judge, type Verdict } from '@/lib/reading/verdict/verdict'
import '@/lib/reading/verdict/mysql'
import { runUntil, step } from '@/lib/sim/core/step'
import { awaken, fork, stateOf } from '@/lib/sim/fork'
import type { JournalEvent } from '@/lib/sim/journal'
import { KINDS } from '@/lib/sim/kinds/kinds'
import type { ClusterWorld } from '@/lib/sim/kinds/protocol'
import type { Run, WiredRun } from '@/lib/sim/outputs'
import { run, runWithWire } from '@/lib/sim/run'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { begin, endOf } from '@/lib/sim/simulate'
import { mysqlScenarios } from './arbitrary-mysql'
import { stoppedAreSilent } from './properties'
import { arrivalsAreTrue, causesStandBefore, connectionsKeepOrder } from './wire-properties'

const RUNS = Number(process.env.KERNEL_RUNS ?? 100)
const PATIENCE_MS = 3_600_000

type Property = (run: WiredRun, verdict: Verdict) => string | null

/** Stages of a write on the server that answered it; each stands behind the one before, and none is skipped. */
const acknowledgedIsCommitted: Property = ({ events }) => {
  const written = new Set<number>()
  const committed = new Set<number>()
  for (const event of events) {
    if (event.type === 'binlog-written') written.add(event.write)
    if (event.type === 'engine-commit') {
      if (!written.has(event.write)) return `write ${event.write} is committed and stands in no binlog`
      committed.add(event.write)
    }
    if (event.type === 'answer' && event.error === null && !committed.has(event.write))
      return `write ${event.write} is acknowledged for nothing`
    if ((event.type === 'relay-written' || event.type === 'applied') && !written.has(event.write))
      return `write ${event.write} came from nowhere`
  }
  return null
}

/** Nobody applies twice, and nothing that is in no relay log. */
const appliedOnce: Property = ({ events }) => {
  const relayed = new Set<string>()
  const applied = new Set<string>()
  for (const event of events) {
    if (event.type === 'relay-written') relayed.add(`${event.host} ${event.gtid}`)
    if (event.type !== 'applied') continue
    const one = `${event.host} ${event.gtid}`
    if (!relayed.has(one)) return `${one} was not received`
    if (applied.has(one)) return `${one} is applied twice`
    applied.add(one)
  }
  return null
}

/** A wait that an ACK has ended was one for a position that a replica had written. */
const ackedIsWritten: Property = ({ events }) => {
  const relayed = new Set<number>()
  for (const event of events) {
    if (event.type === 'relay-written') relayed.add(event.write)
    if (event.type === 'wait-end' && event.reason === 'ack' && !event.writes.every((write) => relayed.has(write)))
      return `${event.host} heard of ${event.writes} what nobody has`
  }
  return null
}

/** Whoever is lost is on a server that is not the final one, or a relay log that held it has been thrown away. */
const lossesAreExplained: Property = (one, { writes }) => {
  for (const { write, fate, lostBy, leftOn } of writes) {
    if (fate !== 'lost') continue
    const cause = lostBy === null ? undefined : one.events[lostBy]
    if (cause === undefined ? leftOn.length === 0 : cause.type !== 'repointed') return `write ${write} was lost by ${cause?.type}`
  }
  return null
}

const always: readonly (readonly [string, Property])[] = [
  ['what is acknowledged is committed, and stands in a binlog', acknowledgedIsCommitted],
  ['what is applied was received, and is applied once', appliedOnce],
  ['what an ACK lets go is in a relay log', ackedIsWritten],
  ['a stopped process is silent', stoppedAreSilent],
  ['every lost write has its reason', lossesAreExplained],
  ['causes stand before effects', causesStandBefore],
  ['nothing arrives before it was sent, or after it was lost', arrivalsAreTrue],
  ['a connection keeps the order', connectionsKeepOrder],
]

/** What must happen in some of the runs. */
const sometimes: readonly (readonly [string, (run: Run) => boolean])[] = [
  ['a wait ends with an ACK', ({ events }) => events.some((event) => event.type === 'wait-end' && event.reason === 'ack')],
  ['one ends at T', ({ events }) => events.some((event) => event.type === 'wait-end' && event.reason === 'timeout')],
  ['the mode comes back', ({ events }) => events.some(({ type }) => type === 'semisync-on')],
  ['a write is lost', (one) => judge(one).lost > 0],
  ['a dead replica is noticed', ({ events }) => events.some(({ type }) => type === 'replica-noticed-dead')],
  [
    'a crash leaves an open transaction',
    ({ events }) => events.some((event) => event.type === 'mysql-up' && event.committed.length > 0),
  ],
  [
    'a relay log is thrown away',
    ({ events }) => events.some((event) => event.type === 'repointed' && event.discarded.length > 0),
  ],
  [
    'an applier meets a key that is there',
    ({ events }) => events.some((event) => event.type === 'applier' && event.errno === 1062),
  ],
]

const seen = new Set<string>()

describe('always', () => {
  it('holds', { timeout: PATIENCE_MS }, () => {
    const check = fc.property(mysqlScenarios, (scenario) => {
      const one = runWithWire(scenario)
      const verdict = judge(one)
      for (const [name, happened] of sometimes) if (happened(one)) seen.add(name)
      for (const [name, property] of always)
        expect([name, property(one, verdict)], JSON.stringify(scenario)).toEqual([name, null])
    })
    fc.assert(check, { numRuns: RUNS * 3, seed: 7 })
  })
})

describe('sometimes', () => {
  it.each(sometimes)('%s', (name) => {
    expect([...seen]).toContain(name)
  })
})

const text = (events: readonly JournalEvent[]) => events.map((event) => JSON.stringify(event))

/** The journal when a copy is made on the way: of the copy, and of the original, which goes on behind it. */
function forked(scenario: Scenario, thousandths: number, copy: (world: ClusterWorld, journal: JournalEvent[]) => ClusterWorld) {
  const journal: JournalEvent[] = []
  const world = begin(scenario, KINDS, { journal, wire: null })
  while (step(world, (endOf(scenario) * thousandths) / 1000));
  const before = text(journal)
  const copied: JournalEvent[] = []
  runUntil(copy(world, copied), endOf(scenario))
  runUntil(world, endOf(scenario))
  return { original: text(journal), continued: [...before, ...text(copied)] }
}

describe('a copy of a world with MySQL', () => {
  it.each([
    ['by fork', (world: ClusterWorld, journal: JournalEvent[]) => fork(world, { journal, wire: null })],
    [
      'through JSON',
      (world: ClusterWorld, journal: JournalEvent[]) =>
        awaken(JSON.parse(JSON.stringify(stateOf(world))), { ...world.wiring, journal, wire: null }),
    ],
  ])('%s goes on as the original', { timeout: PATIENCE_MS }, (_, copy) => {
    const check = fc.property(mysqlScenarios, fc.nat({ max: 1000 }), (scenario, thousandths) => {
      const whole = text(run(scenario).events)
      const { original, continued } = forked(scenario, thousandths, copy)
      expect(continued).toEqual(whole)
      expect(original).toEqual(whole)
    })
    fc.assert(check, { seed: 7, numRuns: Math.ceil(RUNS / 2) })
  })
})
