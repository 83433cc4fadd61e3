// What holds in every run, on random scenarios. KERNEL_RUNS and KERNEL_SEED draw more of them, or others.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Having } from '@/lib/reading/events'
import { judge, type Verdict } from '@/lib/reading/verdict/verdict'
import type { JournalEvent } from '@/lib/sim/journal'
import type { Run } from '@/lib/sim/outputs'
import { run } from '@/lib/sim/run'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { scenarios } from './arbitrary'
import {
  causeBeforeEffect,
  countsAreTrue,
  fullyConfirmedSurvives,
  fullyFsyncedSurvives,
  gateIsObeyed,
  lossesAreExplained,
  offsetsOnlyGrow,
  oneLeaderAnEpoch,
  oneVoteAnEpoch,
  oracleAgrees,
  type Property,
  restartsKeepEverything,
  stoppedAreSilent,
  untouchedIsUntouched,
} from './properties'

/** Random scenarios for each of the properties. */
const RUNS = Number(process.env.KERNEL_RUNS ?? 200)
const SEED = Number(process.env.KERNEL_SEED ?? 7)
/** Samples take seconds, and any number of them may be asked for. */
const PATIENCE_MS = 3_600_000

const always: readonly (readonly [string, Property])[] = [
  ['the judge and the oracle agree on every write', oracleAgrees],
  ['every lost write, and no other, has an event that destroyed it', lossesAreExplained],
  ['what a WAIT for all replicas confirmed survives every failover', fullyConfirmedSurvives],
  ['R72: what WAITAOF found on every disk survives a power failure of all', fullyFsyncedSurvives],
  ['at most one leader is elected in an epoch', oneLeaderAnEpoch],
  ['no sentinel votes twice in an epoch', oneVoteAnEpoch],
  ['offsets go back only by a full resync or a restart', offsetsOnlyGrow],
  ['a stopped process is silent', stoppedAreSilent],
  ['nothing is executed behind a closed gate', gateIsObeyed],
  ['causes stand before effects', causeBeforeEffect],
  ['what was so from the beginning was touched by no write', untouchedIsUntouched],
  ['the counts of discarded and loaded writes are true', countsAreTrue],
]

/** What must happen in some of the runs: without these the properties would hold of a model in which nothing goes wrong. */
const sometimes: readonly (readonly [string, (run: Run, verdict: Verdict) => boolean])[] = [
  ['a crash loses acknowledged writes', ({ events }, { writes }) => writes.some(lostBy(events, 'kill'))],
  ['a full resync erases acknowledged writes', ({ events }, { writes }) => writes.some(lostBy(events, 'load'))],
  ['two primaries take writes at once', splitBrain],
  ['an empty restart wipes a replica', wipe],
  ['a write that nobody acknowledged is there at the end', (_, verdict) => verdict.survivedUnacknowledged > 0],
  [
    'WAIT confirms a write for one replica, and it is lost',
    (_, { writes }) => writes.some(({ fate, waited }) => fate === 'lost' && waited !== null && waited > 0),
  ],
  ['WAIT confirms a write for all replicas before a promotion', confirmedBeforePromotion],
  ['a write finds done what another one did', ({ events }) => events.some((event) => foundDone(event) && event.madeBy !== null)],
  [
    'a write finds what was so from the beginning',
    ({ events }) => events.some((event) => foundDone(event) && event.madeBy === null),
  ],
  [
    'R74: a server comes back from a power failure without writes that it had answered',
    ({ events }, { writes }) =>
      writes.some(({ lostBy: index }) => {
        const cause = index === null ? undefined : events[index]
        return cause?.type === 'kill' && cause.power === true
      }),
  ],
  [
    'R72: WAITAOF finds a write on a disk',
    ({ events }) => events.some(({ type, ...event }) => type === 'wait-answer' && 'disks' in event),
  ],
  ['the gate refuses writes', (_, { writes }) => writes.some(({ error }) => error === 'NOREPLICAS')],
  ['a demoted primary refuses writes', (_, { writes }) => writes.some(({ error }) => error === 'READONLY')],
  ['nobody is elected', ({ events }) => has(events, '-failover-abort-not-elected')],
  ['no replica is fit to be promoted', ({ events }) => has(events, '-failover-abort-no-good-slave')],
  [
    'a second failover follows',
    ({ events }) =>
      events.filter((event) => event.type === 'role' && event.orderedBy === 'sentinel' && event.role === 'primary').length > 1,
  ],
  ['a sentinel notices that it was frozen', ({ events }) => has(events, '+tilt')],
  [
    'a replica continues after a failover',
    ({ events }) => events.some((event) => event.type === 'continue' && event.replid2 !== null),
  ],
]

const seen = new Set<string>()

function observe(scenario: Scenario): { readonly run: Run; readonly verdict: Verdict } {
  const one = run(scenario)
  const verdict = judge(one)
  for (const [name, happened] of sometimes) if (!seen.has(name) && happened(one, verdict)) seen.add(name)
  return { run: one, verdict }
}

describe('always', () => {
  it.each(always)('%s', { timeout: PATIENCE_MS }, (name, property) => {
    const check = fc.property(scenarios, (scenario) => {
      const { run, verdict } = observe(scenario)
      expect(property(run, verdict), JSON.stringify(scenario)).toBeNull()
    })
    // Each property has its own sample.
    fc.assert(check, { numRuns: RUNS, seed: SEED + always.findIndex(([other]) => other === name) })
  })

  it('the same scenario gives the same journal', { timeout: PATIENCE_MS }, () => {
    const check = fc.property(scenarios, (scenario) => {
      const text = JSON.stringify(scenario)
      expect(JSON.stringify(run(JSON.parse(text)).events), text).toBe(JSON.stringify(observe(scenario).run.events))
      expect(JSON.stringify(scenario), 'the scenario is left alone').toBe(text)
    })
    fc.assert(check, { numRuns: RUNS, seed: SEED - 1 })
  })
})

describe('sometimes', () => {
  it.each(sometimes)('%s', (name) => {
    expect([...seen]).toContain(name)
  })
})

function foundDone(event: JournalEvent): event is Having<JournalEvent, 'unchanged'> {
  return event.type === 'unchanged'
}

function lostBy(events: readonly JournalEvent[], type: 'kill' | 'load') {
  return ({ lostBy: index }: Verdict['writes'][number]) => index !== null && events[index]?.type === type
}

function has(events: readonly JournalEvent[], name: string): boolean {
  return events.some((event) => event.type === 'sentinel' && event.event === name)
}

/** A server executes a write that is lost, after another one was promoted and before it is demoted itself. */
function splitBrain({ events }: Run, { writes }: Verdict): boolean {
  const lost = new Set(writes.filter(({ fate }) => fate === 'lost').map(({ write }) => write))
  const promoted = new Set<string>()
  for (const event of events) {
    if (event.type === 'role' && event.role === 'primary') promoted.add(event.host)
    if (event.type !== 'execute' || !lost.has(event.write)) continue
    if (promoted.size > 0 && !promoted.has(event.host)) return true
  }
  return false
}

function wipe({ events }: Run): boolean {
  const empty = new Set<string>()
  for (const event of events) {
    if (event.type === 'boot' && event.loaded === 'nothing') empty.add(event.host)
    if (event.type === 'load' && event.discarded > 0 && empty.has(event.primary)) return true
  }
  return false
}

function confirmedBeforePromotion(run: Run, { writes }: Verdict): boolean {
  const others = Object.values(run.scenario.hosts).filter(({ redis }) => redis !== undefined).length - 1
  const promotion = run.events.find((event) => event.type === 'role' && event.role === 'primary')
  if (promotion === undefined || !restartsKeepEverything(run)) return false
  return writes.some(({ sentAt, waited }) => waited !== null && waited >= others && sentAt < promotion.at)
}
