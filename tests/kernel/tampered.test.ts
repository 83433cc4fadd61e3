// Each property of tests/kernel/properties.ts must notice when a journal breaks it.
import { describe, expect, it } from 'vitest'
import type { ScenarioName } from '@/content/scenarios'
import { namedRun } from '@/lib/content/scenarios'
import { judge } from '@/lib/reading/verdict/verdict'
import type { JournalEvent } from '@/lib/sim/journal'
import {
  causeBeforeEffect,
  countsAreTrue,
  fullyConfirmedSurvives,
  gateIsObeyed,
  lossesAreExplained,
  offsetsOnlyGrow,
  oneLeaderAnEpoch,
  oneVoteAnEpoch,
  oracleAgrees,
  type Property,
  stoppedAreSilent,
  untouchedIsUntouched,
} from './properties'

/** Changes a journal; `find` gives the index of the first event that passes. */
type Tamper = (events: JournalEvent[], find: (test: (event: JournalEvent) => boolean) => number) => void

/** What the property says of the journal as it is, and after the change. */
function verdicts(
  name: ScenarioName,
  property: Property,
  tamper: Tamper,
): readonly [before: string | null, after: string | null] {
  const run = namedRun(name)
  const events: JournalEvent[] = structuredClone([...run.events])
  tamper(events, (test) => {
    const index = events.findIndex(test)
    if (index < 0) throw new Error('there is no such event to tamper with')
    return index
  })
  const tampered = { ...run, events }
  return [property(run, judge(run)), property(tampered, judge(tampered))]
}

const cases: readonly (readonly [string, ScenarioName, Property, Tamper])[] = [
  [
    'the oracle misses what the final primary never applied',
    'healthy-crash',
    oracleAgrees,
    (events, find) =>
      void events.splice(
        find((event) => event.type === 'apply' && event.host === 'r3'),
        1,
      ),
  ],
  [
    'the oracle sees a promotion from further back',
    'split-brain',
    oracleAgrees,
    (events, find) => {
      const index = find((event) => event.type === 'role' && event.role === 'primary')
      const event = events[index]
      if (event?.type === 'role') events[index] = { ...event, offset: event.offset - 5000 }
    },
  ],
  [
    'a full resync erases what is yet to be written',
    'split-brain',
    lossesAreExplained,
    (events, find) => {
      const index = find((event) => event.type === 'load')
      const event = events[index]
      if (event?.type === 'load') events[index] = { ...event, at: 0 }
    },
  ],
  [
    'one replica more has confirmed',
    'wait-wrong-replica',
    fullyConfirmedSurvives,
    (events) => {
      for (const [index, event] of events.entries()) if (event.type === 'wait-answer') events[index] = { ...event, count: 2 }
    },
  ],
  [
    'another sentinel is elected in the same epoch',
    'split-brain',
    oneLeaderAnEpoch,
    (events, find) => {
      const index = find((event) => event.type === 'sentinel' && event.event === '+elected-leader')
      const event = events[index]
      if (event?.type === 'sentinel') events.splice(index, 0, { ...event, host: event.host === 's1' ? 's2' : 's1' })
    },
  ],
  [
    'a sentinel votes for two',
    'split-brain',
    oneVoteAnEpoch,
    (events, find) => {
      const index = find((event) => event.type === 'sentinel' && event.event === '+vote-for-leader')
      const event = events[index]
      if (event?.type === 'sentinel') events.splice(index, 0, { ...event, peer: event.peer === 's3' ? 's2' : 's3' })
    },
  ],
  [
    'an offset goes back',
    'healthy-crash',
    offsetsOnlyGrow,
    (events, find) => {
      const index = find((event) => event.type === 'apply' && event.at > 1_000_000)
      const event = events[index]
      if (event?.type === 'apply') events[index] = { ...event, offset: 1 }
    },
  ],
  [
    'a dead server acknowledges',
    'healthy-crash',
    stoppedAreSilent,
    (events, find) => {
      const kill = find((event) => event.type === 'kill')
      events.splice(kill + 1, 0, executing(events[kill]))
    },
  ],
  [
    'a write passes a closed gate',
    'split-brain-gated',
    gateIsObeyed,
    (events, find) => {
      const closed = find((event) => event.type === 'gate' && !event.open && event.host === 'r1')
      events.splice(closed + 1, 0, executing(events[closed]))
    },
  ],
  [
    'an answer comes before its cause',
    'healthy-crash',
    causeBeforeEffect,
    (events, find) =>
      void events.splice(
        find((event) => event.type === 'execute'),
        1,
      ),
  ],
  [
    'a write finds untouched what it has made itself',
    'healthy-crash',
    untouchedIsUntouched,
    (events, find) => {
      const index = find((event) => event.type === 'execute')
      const event = events[index]
      if (event?.type !== 'execute') return
      const { at, host, by, write } = event
      events.splice(index + 1, 0, { at, host, type: 'unchanged', by, write, madeBy: null })
    },
  ],
  [
    'a full resync discards more than it says',
    'split-brain',
    countsAreTrue,
    (events, find) => {
      const index = find((event) => event.type === 'load')
      const event = events[index]
      if (event?.type === 'load') events[index] = { ...event, discarded: event.discarded - 1 }
    },
  ],
]

/** Server r1 executes the first write, at the instant of another event. */
function executing(other: JournalEvent | undefined): JournalEvent {
  return { at: other?.at ?? 0, host: 'r1', type: 'execute', by: null, write: 0, offset: 1 }
}

describe('is noticed', () => {
  it.each(cases)('%s', (_, name, property, tamper) => {
    const [before, after] = verdicts(name, property, tamper)
    expect(before).toBeNull()
    expect(after).toEqual(expect.any(String))
  })
})
