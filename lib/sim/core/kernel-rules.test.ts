import { describe, expect, it } from 'vitest'
import type { Cluster } from '@/tests/kernel/cluster'
import { cluster } from '@/tests/kernel/cluster'
import { wiretap } from '@/tests/kernel/wiretap'
import type { JournalEvent } from '../journal'

const crash = cluster({ replicas: 2, sentinels: 3, sentinelConf: { 'down-after-milliseconds': 2000 } })
  .client('c1', 'r1', { everyMs: 50, untilMs: 8000 })
  .at(4000)
  .kill('r1')
  .until(12_000)

/** Without the causes: those are places in a journal that has become longer. */
function events(subject: Cluster, test: (event: JournalEvent) => boolean, seed = 1): readonly Omit<JournalEvent, 'by'>[] {
  return subject
    .run(seed)
    .run.events.filter(test)
    .map(({ by: _, ...event }) => event)
}

/** When each timer of a process rings. */
function timers(subject: Cluster, process: string): readonly number[] {
  return wiretap(subject)
    .filter(({ what, from }) => what === 'timer' && from === process)
    .map(({ due }) => due)
}

const ofSentinels = ({ type }: JournalEvent) => type === 'sentinel' || type === 'belief'

describe('kernel rule 1: time', () => {
  it('is an integer number of microseconds that never goes back', () => {
    const shaky = crash.link('r1', 'r2', 0.37, 2.9).link('c1', 'r1', 0.123_456)
    let last = 0
    for (const { at } of shaky.run().run.events) {
      expect(Number.isInteger(at)).toBe(true)
      expect(at).toBeGreaterThanOrEqual(last)
      last = at
    }
    expect(last).toBeGreaterThan(11_000_000)
  })
})

describe('kernel rule 2: a draw added in one place moves nothing elsewhere', () => {
  it.each([
    ['a client that writes', crash.client('c2', 'r1', { everyMs: 50, untilMs: 8000 })],
    ['a client that asks the sentinels', crash.client('c2', ['s1', 's2', 's3'], null)],
    ['jitter on a client’s link', crash.link('c1', 'r1', 0.1, 5)],
  ])('%s moves no sentinel', (_, more) => {
    const before = events(crash, ofSentinels)
    expect(before.length).toBeGreaterThan(20)
    expect(events(more, ofSentinels)).toEqual(before)
  })

  it('one more server moves no other’s id, offset or cron', () => {
    const more = crash.server('r0', { replicaOf: 'r1' })
    expect(timers(more, 'r2.redis').slice(0, 20)).toEqual(timers(crash, 'r2.redis').slice(0, 20))
    const r1 = (subject: Cluster) =>
      subject
        .run()
        .first('settled')
        .servers.find(({ host }) => host === 'r1')
    expect(r1(more)).toEqual(r1(crash))
    const promoted = (subject: Cluster) => subject.run().first('role', { host: 'r2' }, 4000).replid
    const chosen = (subject: Cluster) => subject.server('r2', { conf: { 'replica-priority': 1 } })
    expect(promoted(chosen(more))).toBe(promoted(chosen(crash)))
  })

  it('one more sentinel moves no other’s ticks', () => {
    const more = crash.host('s0', { sentinel: { monitor: 'r1', quorum: 2, conf: { 'down-after-milliseconds': 2000 } } })
    expect(timers(more, 's1.sentinel')).toEqual(timers(crash, 's1.sentinel'))
  })

  it('jitter in one direction leaves that of the other alone', () => {
    const seldom = crash.link('r1', 'r2', 1, 9)
    const acks = (subject: Cluster) =>
      subject
        .run()
        .all('ack', { replica: 'r2' })
        .map(({ at }) => at)
    expect(acks(seldom.client('c2', 'r1', { everyMs: 50, untilMs: 8000 }))).toEqual(acks(seldom))
  })

  it('another seed is another run', () => {
    expect(events(crash, ofSentinels, 2)).not.toEqual(events(crash, ofSentinels, 1))
  })
})

describe('kernel rule 5: the journal', () => {
  it('is plain data: it survives JSON unchanged', () => {
    const { events: journal } = crash.run().run
    expect(JSON.parse(JSON.stringify(journal))).toEqual(journal)
  })
})
