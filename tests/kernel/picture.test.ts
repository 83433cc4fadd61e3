// What a picture shows of a cluster holds in its run, whatever that is, and knows nothing of what happens later.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ScenarioName, scenarioFiles } from '@/content/scenarios'
import { namedFilm } from '@/lib/content/scenarios'
import { type Film, filmOf, pictureAt } from '@/lib/reading/film/film'
import { writesOf } from '@/lib/reading/verdict/copies'
import { replay } from '@/lib/reading/verdict/replay'
import type { WiredRun } from '@/lib/sim/outputs'
import { runWithWire } from '@/lib/sim/run'
import { scenarios } from './arbitrary'
import { someReplicaIsAttachedTwice } from './properties'

const names = Object.keys(scenarioFiles) as ScenarioName[]
/** More of them, or others, as for the other properties. */
const RUNS = Number(process.env.KERNEL_RUNS ?? 60)
const SEED = Number(process.env.KERNEL_SEED ?? 11)
const PATIENCE_MS = 600_000
const EXPOSURE = { shownFor: 200_000, known: true, followed: 3 }

/** The run as it stood at `now`: what is on its way has not arrived. */
function until(run: WiredRun, now: number): WiredRun {
  const later = (at: number | null): number | null => (at !== null && at <= now ? at : null)
  const wire = run.wire.filter(({ sent }) => sent <= now)
  return {
    scenario: run.scenario,
    events: run.events.filter(({ at }) => at <= now),
    wire: wire.map((message) => ({ ...message, arrived: later(message.arrived), lost: later(message.lost) })),
  }
}

/** What a picture says is known; how far a full copy has come is seen, as with every message, by when it arrives. */
function known(film: Film, now: number) {
  const { holdings, acks, waits, election } = pictureAt(film, now, EXPOSURE)
  const copies = Object.entries(holdings).map(([server, { copy, ...rest }]) => {
    return [server, { ...rest, copy: copy === null ? null : { from: copy.from, erases: copy.erases } }]
  })
  return { holdings: Object.fromEntries(copies), acks, waits, election }
}

/** A film of each random scenario, with a few instants of it. */
function always(name: string, test: (film: Film, instants: readonly number[]) => void): void {
  it(name, { timeout: PATIENCE_MS }, () => {
    const check = fc.property(scenarios, (scenario) => {
      const film = filmOf(runWithWire(scenario))
      test(
        film,
        [0.13, 0.37, 0.61, 0.83, 1].map((part) => Math.round(film.lanes.end * part)),
      )
    })
    fc.assert(check, { numRuns: RUNS, seed: SEED })
  })
}

describe('in every run', () => {
  always("a server's data are counted as they are", (film, instants) => {
    for (const now of instants) {
      const { copies } = replay(until(film.run, now))
      const found = film.holdings.at(now, 0)
      for (const [server, { shared, lacks, beyond, only }] of Object.entries(found)) {
        const own = new Set(writesOf(copies.dataOf(server)))
        expect(shared + beyond).toBe(own.size)
        expect(only).toBe([...own].filter((write) => copies.holdersOf(write).length === 1).length)
        // What all of them are held against is the same.
        expect(shared + lacks).toBe((found.r1?.shared ?? 0) + (found.r1?.lacks ?? 0))
        expect(shared + lacks + beyond).toBeLessThanOrEqual(film.holdings.most)
      }
    }
  })

  always(
    'a picture is plain data, its messages are on their way, and its ages are those of something that was',
    (film, instants) => {
      for (const now of instants) {
        const picture = pictureAt(film, now, EXPOSURE)
        expect(JSON.parse(JSON.stringify(picture))).toEqual(picture)
        for (const { progress } of picture.messages) expect(progress >= 0 && progress < 1).toBe(true)
        for (const { age } of Object.values(picture.acks)) expect(age >= 0 && age <= now).toBe(true)
        for (const { since, until } of picture.waits) expect(since <= now && (until ?? now) >= since).toBe(true)
        for (const { behindFor, copy } of Object.values(picture.holdings)) {
          expect((behindFor ?? 0) >= 0 && (behindFor ?? 0) <= now).toBe(true)
          if (copy !== null) expect(copy.progress >= 0 && copy.progress <= 1).toBe(true)
        }
      }
    },
  )

  always('as many replicas count for a WAIT as its answer says', (film) => {
    if (someReplicaIsAttachedTwice(film.run.events)) return
    const asked = new Set(
      film.run.wire.flatMap(({ connection, message }) =>
        message.type === 'command' && message.name === 'WAIT' ? [connection] : [],
      ),
    )
    const left = new Set(film.run.events.flatMap(({ type, at, host }) => (type === 'replica-lost' ? [`${host} ${at}`] : [])))
    /** When the answer before was read, by the connection. */
    const read = new Map<number, number>()
    for (const { connection, message, sent, arrived, from, to } of film.run.wire) {
      // The first WAIT of a client that has no answer is another one while an answer is on its way.
      const before = read.get(connection) ?? 0
      if (message.type === 'reply') read.set(connection, arrived ?? Infinity)
      // One that has left is not counted at the instant at which it did, though it was when the answer left.
      if (before > sent || left.has(`${from.host} ${sent}`)) continue
      if (!asked.has(connection) || message.type !== 'reply' || message.write >= 0 || typeof message.reply !== 'number') continue
      const pending = film.waits.at(sent).find(({ server, client }) => server === from.host && client === to.host)
      if (arrived === sent || pending === undefined) continue
      // Of ACKs that come at one instant it may have read one only (R65).
      expect(pending.counted.length).toBeGreaterThanOrEqual(message.reply)
      const last = film.waits
        .at(sent - 1)
        .find((one) => one.server === from.host && one.client === to.host && one.since === pending.since)
      if (last !== undefined) expect(last.counted.length).toBeLessThanOrEqual(message.reply)
    }
  })
})

describe('what is known', () => {
  it.each(names)('in %s does not depend on what happens later', (name) => {
    const film = namedFilm(name)
    for (const part of [0.1, 0.25, 0.5, 0.55, 0.8, 0.95]) {
      const now = Math.round(film.lanes.end * part)
      expect(known(film, now), `at ${now}`).toEqual(known(filmOf(until(film.run, now)), now))
    }
  })
})
