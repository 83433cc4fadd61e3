import { describe, expect, it } from 'vitest'
import { HandJournal } from '@/tests/kernel/hand-journal'
import { resultOf } from './result'

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
  journal.at(5).push({ type: 'sentinel', sentinel: 's1', event: '+new-epoch', target: 'r1', kind: 'master', epoch: 1 })
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
      journal.push({ type: 'wait-answer', client: 'c1', write, asked: 1, count })
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
    journal.push({ type: 'send', client: 'c1', server: 'r1', write: 1, key: 'order:42' })
    journal.push({ type: 'answer', client: 'c1', write: 1, error: null })
    expect(resultOf(journal.run()).writes).toMatchObject({ acknowledged: 2, waits: { none: { writes: 1 } } })
  })

  it('keeps the first and last times null when nothing was lost', () => {
    const journal = new HandJournal()
    journal.write('r1')
    expect(resultOf(journal.run()).writes).toMatchObject({ lost: 0, firstLostAtMs: null, lastLostAtMs: null })
  })

  it('lists the answers to typed commands by when they were typed', () => {
    const journal = new HandJournal()
    journal.at(10).push({ type: 'reply', action: 1, on: 'r1', command: 'PING', took: 500, reply: 'PONG' })
    journal.at(3000).push({ type: 'reply', action: 0, on: 'c1', command: 'WAIT 2 2995', took: 2_995_000, reply: 1 })
    expect(resultOf(journal.run()).replies).toEqual([
      { atMs: 5, tookMs: 2995, on: 'c1', command: 'WAIT 2 2995', reply: 1 },
      { atMs: 9.5, tookMs: 0.5, on: 'r1', command: 'PING', reply: 'PONG' },
    ])
  })

  it('tells a promotion by a person from one by a sentinel, and a resync that never was decided', () => {
    const journal = new HandJournal()
    journal.at(5).promote('r2', 'operator')
    journal.at(6).demote('r1', 'r2').at(7).kill('r1')
    const { failovers, demotions } = resultOf(journal.run())
    expect(failovers).toEqual([{ from: 'r1', to: 'r2', epoch: null, leader: null, promotedAtMs: 5, switchedAtMs: {} }])
    expect(demotions).toEqual([{ atMs: 6, host: 'r1', resync: null }])
  })

  it('calls a continued history partial', () => {
    const journal = new HandJournal()
    journal.at(6).demote('r1', 'r2').push({
      type: 'psync',
      primary: 'r2',
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
      primary: 'r2',
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
