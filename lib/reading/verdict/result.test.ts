import { describe, expect, it } from 'vitest'
import { cluster } from '@/tests/kernel/cluster'
import { HandJournal } from '@/tests/kernel/hand-journal'
import { resultOf } from './result'
import { judge } from './verdict'

/** A split brain in small: r2 is promoted while r1 goes on, r1 is demoted and resyncs. */
function splitBrain() {
  const journal = new HandJournal()
  journal.at(1).write('r1', 'r2')
  journal.at(3).push({
    type: 'partition',
    groups: [
      ['r1', 'c1'],
      ['r2', 's1'],
    ],
  })
  journal.at(4).write('r1')
  journal.at(5).push({ type: 'sentinel', host: 's1', event: '+new-epoch', target: 'r1', kind: 'master', epoch: 1 })
  journal.at(6.5).promote('r2')
  journal.at(7).believe('r2', 1)
  journal.at(8).write('r1')
  journal.at(9).send('r1')
  journal.at(20).demote('r1', 'r2')
  journal.at(21).refuse('r1', 'READONLY')
  journal.at(22).refuse('r1', 'READONLY')
  journal.at(25).fullResync('r1', 'r2', 0, 2)
  return journal
}

describe('the result', () => {
  it('is the object that other programs read', () => {
    const result = resultOf(splitBrain().run())
    expect(result).toEqual({
      kernel: expect.stringMatching(/^\d+$/),
      scenario: 'by hand',
      seed: 7,
      writes: {
        attempted: 6,
        acknowledged: 3,
        unanswered: 1,
        rejected: { READONLY: 2 },
        firstRejectedAtMs: { READONLY: 21 },
        lost: 2,
        firstLostAtMs: 4,
        lastLostAtMs: 8,
        survivedUnacknowledged: 0,
        waits: {},
      },
      failovers: [{ from: 'r1', to: 'r2', epoch: 1, leader: 's1', promotedAtMs: 6.5, switchedAtMs: { s1: 7 } }],
      demotions: [{ atMs: 20, host: 'r1', resync: 'full' }],
      replies: [],
      finalPrimary: 'r2',
    })
    expect(Object.keys(result)).toEqual([
      'kernel',
      'scenario',
      'seed',
      'writes',
      'failovers',
      'demotions',
      'replies',
      'finalPrimary',
    ])
  })

  it('counts acknowledged writes by what WAIT returned, "none" where it never did', () => {
    const journal = new HandJournal({ wait: { replicas: 1, timeoutMs: 100 } })
    const waited = (count: number, ...replicas: string[]) => {
      const write = journal.write('r1', ...replicas)
      journal.push({ type: 'wait-answer', host: 'c1', write, asked: 1, count })
    }
    waited(1, 'r2')
    waited(1, 'r2')
    waited(0)
    journal.write('r1')
    journal.send('r1')
    journal.at(50).kill('r1').promote('r2').believe('r2', 1)
    expect(resultOf(journal.run()).writes.waits).toEqual({
      '1': { writes: 2, lost: 0 },
      '0': { writes: 1, lost: 1 },
      none: { writes: 1, lost: 1 },
    })
  })

  it('leaves out of the waits what somebody typed on the same connection', () => {
    const journal = new HandJournal({ wait: { replicas: 1, timeoutMs: 100 } })
    journal.write('r1')
    const typed = journal.send('r1', null)
    journal.push({ type: 'answer', host: 'c1', write: typed, error: null })
    expect(resultOf(journal.run()).writes).toMatchObject({ acknowledged: 2, waits: { none: { writes: 1 } } })
  })

  it('keeps the first and last times null when nothing was lost', () => {
    const journal = new HandJournal()
    journal.write('r1')
    expect(resultOf(journal.run()).writes).toMatchObject({ lost: 0, firstLostAtMs: null, lastLostAtMs: null })
  })

  it('lists the answers to typed commands by when they were typed', () => {
    const journal = new HandJournal()
    journal
      .at(10)
      .push({ type: 'reply', host: 'r1', action: 1, on: 'r1', command: 'PING', name: 'PING', args: [], took: 500, reply: 'PONG' })
    journal.at(3000).push({
      type: 'reply',
      host: 'c1',
      action: 0,
      on: 'c1',
      command: 'WAIT 2 2995',
      name: 'WAIT',
      args: ['2', '2995'],
      took: 2_995_000,
      reply: 1,
    })
    expect(resultOf(journal.run()).replies).toEqual([
      { atMs: 5, tookMs: 2995, on: 'c1', command: 'WAIT 2 2995', reply: 1 },
      { atMs: 9.5, tookMs: 0.5, on: 'r1', command: 'PING', reply: 'PONG' },
    ])
  })

  it('lists a command that was not answered by the end, with no time and in place of an answer that there was none', () => {
    const pinned = cluster({ replicas: 1 }).client('c1', 'r1', null).at(2900).type('c1', 'SET k v').pause('r2')
    const test = pinned.at(3000).type('c1', 'WAIT 1 0').at(3100).type('r1', 'GET k').at(20_000).type('r1', 'PING')
    expect(resultOf(test.run().run).replies).toEqual([
      { atMs: 2900, tookMs: 0.2, on: 'c1', command: 'SET k v', reply: 'OK' },
      { atMs: 3000, tookMs: null, on: 'c1', command: 'WAIT 1 0', reply: { error: 'NOANSWER none by the end of the run' } },
      { atMs: 3100, tookMs: 0.04, on: 'r1', command: 'GET k', reply: 'v' },
      { atMs: 20_000, tookMs: null, on: 'r1', command: 'PING', reply: { error: 'NOANSWER none by the end of the run' } },
    ])
  })

  it('tells two workloads of one client apart by their number, whatever keys they name', () => {
    const client = cluster({ replicas: 1 }).client('c1', 'r1', {
      everyMs: 100,
      untilMs: 1000,
      wait: { replicas: 1, timeoutMs: 100 },
    })
    const { run } = client.client('c1', 'r1', { command: 'SET w:{i} x', everyMs: 100, fromMs: 2000, untilMs: 3000 }).run()
    expect(resultOf(run).writes).toMatchObject({ acknowledged: 20, waits: { '1': { writes: 10, lost: 0 } } })
    expect(judge(run).writes.map(({ workload }) => workload)).toEqual([...Array(10).fill(0), ...Array(10).fill(1)])
  })

  it('counts what somebody types at a server, and what becomes of it', () => {
    const alone = cluster({ conf: { save: '' } })
      .at(1000)
      .type('r1', 'SET a 1')
      .at(2000)
      .kill('r1')
      .at(2010)
      .start('r1')
    const { run } = alone.at(2500).type('r1', 'SET b 2').at(2600).type('r1', 'SADD b 2').run()
    expect(resultOf(run).writes).toMatchObject({ attempted: 3, acknowledged: 2, lost: 1, rejected: { WRONGTYPE: 1 }, waits: {} })
    expect(judge(run).writes).toMatchObject([
      { client: 'r1', server: 'r1', workload: null, key: 'a', fate: 'lost' },
      { key: 'b', fate: 'safe' },
      { key: 'b', fate: 'refused' },
    ])
  })

  it('what was typed at a server that is gone is refused; what was on its way when it died is not answered', () => {
    const test = cluster({ latencyMs: 0.1 }).at(1000).type('r1', 'SET a 1')
    const killed = test.kill('r1').run().run
    expect(resultOf(killed).writes).toMatchObject({ attempted: 1, unanswered: 0, rejected: { NOCONN: 1 } })
    expect(resultOf(killed).replies[0]?.reply).toEqual({ error: 'NOCONN Connection refused' })
    const parked = cluster({ replicas: 1 }).pause('r2').at(1000).type('r1', 'FAILOVER').at(1010).type('r1', 'SET a 1')
    const closed = parked.at(1020).kill('r1').run().run
    expect(resultOf(closed).writes).toMatchObject({ attempted: 1, unanswered: 1, rejected: {} })
    expect(resultOf(closed).replies[1]?.reply).toEqual({ error: 'NOCONN Connection closed' })
  })

  it('tells a promotion by a person from one by a sentinel, and a resync that never was decided', () => {
    const journal = new HandJournal()
    journal.at(5).promote('r2', 'operator')
    journal.at(6).demote('r1', 'r2').at(7).kill('r1')
    const { failovers, demotions } = resultOf(journal.run())
    expect(failovers).toEqual([{ from: 'r1', to: 'r2', epoch: null, leader: null, promotedAtMs: 5, switchedAtMs: {} }])
    expect(demotions).toEqual([{ atMs: 6, host: 'r1', resync: null }])
  })

  it('counts as switched by a promotion only those that name it in its own epoch', () => {
    const journal = new HandJournal()
    journal.at(5).push({ type: 'sentinel', host: 's1', event: '+new-epoch', target: 'r1', kind: 'master', epoch: 1 })
    journal.promote('r2').at(6).believe('r2', 1)
    journal.at(9).push({ type: 'belief', host: 's2', primary: 'r2', epoch: 3 })
    expect(resultOf(journal.run()).failovers[0]).toMatchObject({ epoch: 1, switchedAtMs: { s1: 6 } })
    expect(resultOf(journal.run()).failovers[0]?.switchedAtMs).not.toHaveProperty('s2')
  })

  it('calls a continued history partial', () => {
    const journal = new HandJournal()
    journal.at(6).demote('r1', 'r2').push({
      type: 'psync',
      host: 'r2',
      replica: 'r1',
      replid: 'a',
      offset: 101,
      outcome: 'refused',
      reason: 'no-link',
      limit: -1,
    })
    expect(resultOf(journal.run()).demotions[0]?.resync).toBeNull()
    journal.push({
      type: 'psync',
      host: 'r2',
      replica: 'r1',
      replid: 'a',
      offset: 101,
      outcome: 'continue',
      reason: 'ok',
      limit: 101,
    })
    expect(resultOf(journal.run()).demotions[0]?.resync).toBe('partial')
  })
})
