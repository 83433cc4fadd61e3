// The wire is held against the journal: on the named scenarios, on random ones (KERNEL_RUNS and KERNEL_SEED draw more, or others), and on
// runs that were tampered with, where each property must notice.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ScenarioName, scenarioFiles } from '@/content/scenarios'
import { namedScenario } from '@/lib/content/scenarios'
import type { JournalEvent } from '@/lib/sim/journal'
import type { WiredRun } from '@/lib/sim/outputs'
import { runWithWire } from '@/lib/sim/run'
import type { WireMessage } from '@/lib/sim/wire'
import { scenarios } from './arbitrary'
import {
  arrivalsAreTrue,
  causesStandBefore,
  connectionsKeepOrder,
  effectsHaveMessages,
  executionsCauseCopies,
  sendsCauseAnswers,
  type WireProperty,
} from './wire-properties'

const RUNS = Number(process.env.KERNEL_RUNS ?? 200)
const SEED = Number(process.env.KERNEL_SEED ?? 7)
const PATIENCE_MS = 3_600_000

const PROPERTIES: readonly (readonly [string, WireProperty])[] = [
  ['every effect has its message, at its instant', effectsHaveMessages],
  ['causes stand before effects', causesStandBefore],
  ['the cause of an answer leads back to the sending', sendsCauseAnswers],
  ['the cause of a copy leads back to the execution', executionsCauseCopies],
  ['nothing arrives before it was sent, or after it was lost', arrivalsAreTrue],
  ['a connection keeps the order', connectionsKeepOrder],
]

describe('always', () => {
  it.each(Object.keys(scenarioFiles) as readonly ScenarioName[])('in %s', (name) => {
    const run = runWithWire(namedScenario(name))
    expect(PROPERTIES.map(([property, holds]) => [property, holds(run)])).toEqual(
      PROPERTIES.map(([property]) => [property, null]),
    )
  })

  it('in random scenarios', { timeout: PATIENCE_MS }, () => {
    const check = fc.property(scenarios, (scenario) => {
      const run = runWithWire(scenario)
      for (const [name, property] of PROPERTIES) expect(property(run), `${name}: ${JSON.stringify(scenario)}`).toBeNull()
    })
    fc.assert(check, { numRuns: RUNS, seed: SEED })
  })
})

/** A run whose records may be exchanged. */
interface Tampered {
  readonly events: JournalEvent[]
  readonly wire: WireMessage[]
}

/** Exchanges the first record that passes. */
function change<T>(records: T[], passes: (record: T) => boolean, change: (record: T) => T): void {
  const index = records.findIndex(passes)
  const record = records[index]
  if (record === undefined) throw new Error('there is no such record to tamper with')
  records[index] = change(record)
}

const copies = ({ type, at }: JournalEvent): boolean => type === 'apply' && at > 1_000_000
const answers = ({ type, at }: JournalEvent): boolean => type === 'answer' && at > 1_000_000

/** The first message of this type that has arrived never does. */
function stop(wire: WireMessage[], type: WireMessage['message']['type']): void {
  change(
    wire,
    ({ message, arrived }) => message.type === type && (arrived ?? 0) > 1_000_000 && (type !== 'ask' || asksForVote(message)),
    (message) => ({ ...message, arrived: null }),
  )
}

function asksForVote(message: WireMessage['message']): boolean {
  return message.type === 'ask' && message.candidate !== null
}

const stopped = ['command', 'stream', 'reply', 'ack', 'psync', 'continue', 'rdb', 'reconfigure', 'ask'] as const

const TAMPERED: readonly (readonly [string, WireProperty, (run: Tampered) => void])[] = [
  ...stopped.map(
    (type) => [`a message never arrives: ${type}`, effectsHaveMessages, ({ wire }: Tampered) => stop(wire, type)] as const,
  ),
  [
    'a copy arrives too late for its write',
    effectsHaveMessages,
    ({ wire }) =>
      change(
        wire,
        ({ message, sent }) => message.type === 'stream' && message.kind === 'write' && sent > 1_000_000,
        (message) => ({ ...message, arrived: (message.arrived ?? 0) + 1 }),
      ),
  ],
  [
    'an answer has another cause than its message',
    effectsHaveMessages,
    ({ events }) => change(events, answers, (event) => ({ ...event, by: 0 })),
  ],
  [
    'an event is caused by a later one',
    causesStandBefore,
    ({ events }) => change(events, copies, (event) => ({ ...event, by: events.length - 1 })),
  ],
  [
    'an event causes itself',
    causesStandBefore,
    ({ events }) => change(events, copies, (event) => ({ ...event, by: events.indexOf(event) })),
  ],
  [
    'a message is caused by a later event',
    causesStandBefore,
    ({ wire, events }) =>
      change(
        wire,
        ({ by }) => by !== null,
        (message) => ({ ...message, by: events.length - 1 }),
      ),
  ],
  ['a message is missing', causesStandBefore, ({ wire }) => void wire.splice(100, 1)],
  [
    'a message was sent before the one before it',
    causesStandBefore,
    ({ wire }) =>
      change(
        wire,
        ({ id }) => id === 1000,
        (message) => ({ ...message, by: null, sent: message.sent - 100_000 }),
      ),
  ],
  [
    'an answer is to another write',
    sendsCauseAnswers,
    ({ events }) => change(events, answers, (event) => (event.type === 'answer' ? { ...event, write: event.write + 1 } : event)),
  ],
  [
    'a write is executed because of nothing',
    sendsCauseAnswers,
    ({ events }) =>
      change(
        events,
        ({ type }) => type === 'execute',
        (event) => ({ ...event, by: null }),
      ),
  ],
  [
    'a copy is of another write',
    executionsCauseCopies,
    ({ events }) => change(events, copies, (event) => ({ ...event, by: (event.by ?? 0) - 20 })),
  ],
  [
    'a copy comes from nowhere',
    executionsCauseCopies,
    ({ events }) => change(events, copies, (event) => ({ ...event, by: null })),
  ],
  [
    'a message arrives before it was sent',
    arrivalsAreTrue,
    ({ wire }) =>
      change(
        wire,
        ({ sent }) => sent > 1_000_000,
        (message) => ({ ...message, arrived: message.sent - 1 }),
      ),
  ],
  [
    'a message arrives and is lost',
    arrivalsAreTrue,
    ({ wire }) =>
      change(
        wire,
        ({ arrived }) => arrived !== null,
        (message) => ({ ...message, lost: message.arrived }),
      ),
  ],
  [
    'a message overtakes another',
    connectionsKeepOrder,
    ({ wire }) =>
      change(
        wire,
        ({ message, sent }) => message.type === 'stream' && sent > 1_000_000,
        (message) => ({ ...message, arrived: (message.arrived ?? 0) + 1_000_000 }),
      ),
  ],
  [
    'a message arrives behind one that is lost',
    connectionsKeepOrder,
    ({ wire }) =>
      change(
        wire,
        ({ message, sent }) => message.type === 'stream' && sent > 1_000_000,
        (message) => ({ ...message, arrived: null, lost: message.arrived }),
      ),
  ],
]

describe('is noticed', () => {
  const run = runWithWire(namedScenario('split-brain'))

  it.each(TAMPERED)('%s', (_, property, tamper) => {
    const tampered: Tampered & WiredRun = { ...run, events: [...run.events], wire: [...run.wire] }
    expect(property(run)).toBeNull()
    tamper(tampered)
    expect(property(tampered)).toEqual(expect.any(String))
  })
})
