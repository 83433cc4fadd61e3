import { describe, expect, it } from 'vitest'
import { namedFilm } from '@/lib/content/scenarios'
import { runWithWire } from '@/lib/sim/run'
import { type Cluster, cluster } from '@/tests/kernel/cluster'
import { eventsOf } from '../events'
import { acksOf } from './acks'
import { waitOn, waitsOf } from './pending-waits'

/** Two replicas, of which r3 is 50 ms away; c1 types what it waits for. */
const apart = () => cluster({ replicas: 2 }).client('c1', 'r1', null).link('r1', 'r3', 50)
const waits = (one: Cluster) => {
  const run = runWithWire(one.scenario)
  const folded = waitsOf(run, waitOn(acksOf(run)))
  return { run, at: (ms: number) => folded.at(Math.round(ms * 1000)) }
}

describe('a WAIT that holds up its client', () => {
  const both = waits(apart().at(3000).type('c1', 'SET a 1').at(3010).type('c1', 'WAIT 2 500').until(5000))
  const asked = { client: 'c1', server: 'r1', command: 'WAIT 2 500', wanted: 2, since: 3_010_100, until: 3_510_100, behind: 0 }

  it('is pending from its sending until the answer has been read', () => {
    expect(both.at(3009)).toEqual([])
    expect(both.at(3010)).toEqual([{ ...asked, since: 3_010_000, until: 3_510_000, counted: [] }])
    const [answer] = eventsOf(both.run, 'reply')
      .map(({ event }) => event)
      .filter(({ name }) => name === 'WAIT')
    expect(answer?.reply).toBe(2)
    expect(both.at((answer?.at ?? 0) / 1000 - 0.01)).toHaveLength(1)
    expect(both.at((answer?.at ?? 0) / 1000)).toEqual([])
  })

  it('R64, R65: counts each replica when its ACK comes, the near one first', () => {
    expect(both.at(3010.2)).toEqual([{ ...asked, counted: [] }])
    expect(both.at(3010.3)).toEqual([{ ...asked, counted: ['r2'] }])
    expect(both.at(3109)).toEqual([{ ...asked, counted: ['r2'] }])
    expect(both.at(3110.1)).toEqual([{ ...asked, counted: ['r2', 'r3'] }])
  })

  it('R66: without a timeout has no end', () => {
    const forever = waits(
      apart().at(2900).partition(['r1'], ['r3']).at(3000).type('c1', 'SET a 1').type('c1', 'WAIT 2 0').until(9000),
    )
    expect(forever.at(8900)).toEqual([{ ...asked, command: 'WAIT 2 0', since: 3_000_100, until: null, counted: ['r2'] }])
  })

  it('R61: waits for a write that was executed, not for one that was refused', () => {
    const conf = { 'min-replicas-to-write': 3 }
    const refused = waits(
      cluster({ replicas: 2, conf })
        .client('c1', 'r1', null)
        .at(3000)
        .type('c1', 'SET a 1')
        .at(3010)
        .type('c1', 'WAIT 3 500')
        .until(5000),
    )
    expect(refused.at(3100)[0]?.counted).toEqual(['r2', 'r3'])
  })

  it('R63: holds up what is sent behind it on its connection', () => {
    const line = apart().partition(['r1'], ['r3']).at(3000).type('c1', 'SET a 1').type('c1', 'WAIT 2 500')
    const queue = waits(line.at(3100).type('c1', 'SET b 2').at(3200).type('c1', 'WAIT 1 100').until(5000))
    expect(queue.at(3050)[0]?.behind).toBe(0)
    expect(queue.at(3250)).toMatchObject([{ wanted: 2, behind: 2 }])
  })

  it('ends with the connection', () => {
    const killed = waits(
      apart()
        .at(2900)
        .partition(['r1'], ['r3'])
        .at(3000)
        .type('c1', 'SET a 1')
        .type('c1', 'WAIT 2 0')
        .at(4000)
        .kill('r1')
        .until(9000),
    )
    expect(killed.at(3999)).toHaveLength(1)
    expect(killed.at(4001)).toEqual([])
  })
})

describe('in a named scenario', () => {
  it('wait-one-of-two has the one that can answer, until its time is up', () => {
    const { run, waits: folded } = namedFilm('wait-one-of-two')
    const reply = eventsOf(run, 'reply').find(({ event }) => event.name === 'WAIT')?.event
    const sent = (reply?.at ?? 0) - (reply?.took ?? 0)
    for (let at = sent + 1000; at < (reply?.at ?? 0); at += 100_000) {
      expect(folded.at(at)).toMatchObject([{ client: 'c1', server: 'r1', wanted: 2, counted: ['r2'] }])
    }
    expect(folded.at(reply?.at ?? 0)).toEqual([])
  })

  it('slow-link-crash-wait holds up everything that was sent behind, as many as the ledger has without an answer', () => {
    const { run, verdict, waits: folded } = namedFilm('slow-link-crash-wait')
    const crash = eventsOf(run, 'kill')[0]?.event.at ?? 0
    const [wait] = folded.at(crash - 1000)
    const written = verdict.writes.filter(({ sentAt, answeredAt }) => sentAt < crash - 1000 && (answeredAt ?? crash) >= crash)
    // Each write has a WAIT behind it, and the first of these has had its answer.
    expect(wait?.behind).toBeGreaterThan(100)
    expect(Math.abs((wait?.behind ?? 0) - 2 * written.length)).toBeLessThanOrEqual(2)
  })

  it('split-brain has none', () => {
    const { lanes, waits: folded } = namedFilm('split-brain')
    for (let part = 0; part <= 20; part += 1) expect(folded.at(Math.round((lanes.end * part) / 20))).toEqual([])
  })
})
