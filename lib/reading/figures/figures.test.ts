import { describe, expect, it } from 'vitest'
import { HandJournal } from '@/tests/kernel/hand-journal'
import { FIGURE_KINDS, figures } from './figures'

describe('figures', () => {
  it('are all there, and null where nothing of the kind happened', () => {
    const quiet = figures(new HandJournal().run())
    expect(Object.keys(quiet).sort()).toEqual(Object.keys(FIGURE_KINDS).sort())
    expect(quiet).toMatchObject({
      attempted: 0,
      lost: 0,
      lostPercent: null,
      networkCutAt: null,
      twoPrimariesFor: null,
      firstRefusedAfterCut: null,
    })
  })

  it('tell a split brain in numbers', () => {
    const journal = new HandJournal()
    journal.at(1).write('r1', 'r2')
    journal.at(3).push({
      type: 'partition',
      groups: [
        ['r1', 'c1'],
        ['r2', 's1'],
      ],
    })
    journal.at(4.2).write('r1')
    journal.at(5).push({ type: 'sentinel', host: 's1', event: '+odown', target: 'r1', kind: 'master' })
    journal.at(6).promote('r2').at(7).believe('r2', 1)
    journal.at(10).push({ type: 'heal' }).at(12).write('r1')
    journal.at(20).demote('r1', 'r2').at(21).refuse('r1', 'READONLY')
    journal.at(22).refuse('r1', 'NOREPLICAS')
    journal.at(25).fullResync('r1', 'r2', 0, 2)
    expect(figures(journal.run())).toMatchObject({
      attempted: 5,
      acknowledged: 3,
      lost: 2,
      lostPercent: 66.7,
      safe: 1,
      refused: 2,
      refusedReadOnly: 1,
      refusedNoReplicas: 1,
      noConnection: 0,
      lostDuringCut: 1,
      lostAfterHeal: 1,
      discarded: 2,
      networkCutAt: 3,
      networkHealedAt: 10,
      networkCutFor: 7,
      sentinelsAgreedAt: 5,
      sentinelsAgreedAfter: 2,
      replicaPromotedAt: 6,
      replicaPromotedAfter: 3,
      sentinelSwitchedAt: 7,
      primaryDemotedAt: 20,
      primaryDemotedAfterReturn: 10,
      writesDiscardedAt: 25,
      twoPrimariesFor: 14,
      firstLostSentAt: 4.2,
      lastLostSentAt: 12,
      lostSentFor: 7.8,
      firstRefusedSentAt: 21,
      firstRefusedAfterCut: 18,
    })
  })

  it('count two primaries only while both live', () => {
    const journal = new HandJournal()
    journal.at(5).promote('r2').at(8).kill('r1').at(20).boot('r1', 'nothing').at(21).demote('r1', 'r2')
    expect(figures(journal.run())).toMatchObject({
      twoPrimariesFor: 4,
      serverKilledAt: 8,
      serverRestartedAt: 20,
      primaryDemotedAfterReturn: 1,
    })
  })

  it('tell the moment of a client from that of the sentinels', () => {
    const journal = new HandJournal()
    journal.at(1).write('r1', 'r2')
    journal.at(4).promote('r2').at(5).believe('r2', 1)
    journal.at(6).write('r1')
    journal.at(7).push({ type: 'disconnect', host: 'c1', server: 'r1', reason: 'timeout' })
    journal.at(7.5).refuse('r2', 'NOREPLICAS')
    journal.at(8).write('r2')
    journal.at(9).push({ type: 'disconnect', host: 'c1', server: 'r2', reason: 'closed' })
    expect(figures(journal.run())).toMatchObject({ sentinelSwitchedAt: 5, clientMovedAt: 8, clientHungUpOnAt: 9 })
    expect(figures(new HandJournal().run())).toMatchObject({ clientMovedAt: null, clientHungUpOnAt: null })
  })

  it('name whose moment each time is', () => {
    const subject =
      /^(network|server|sentinels?|replica|primary|client|writes|firstLost|lastLost|firstRefused|firstGrant|secondGrant|firstOwner|lastRenewal|renewal|lock|twoOwners)[A-Z]/
    for (const [key, kind] of Object.entries(FIGURE_KINDS)) if (kind === 'time') expect(key).toMatch(subject)
  })

  it('measure from the last fault before the failover', () => {
    const journal = new HandJournal()
    journal.at(1).push({ type: 'cut', from: 'r1', to: 'r2' }).at(2).push({ type: 'pause', host: 'r1', process: 'redis' })
    journal.at(5).push({ type: 'sentinel', host: 's1', event: '+odown', target: 'r1', kind: 'master' })
    journal.at(6).push({ type: 'cut', from: 'r2', to: 'r1' }).at(9).promote('r2')
    expect(figures(journal.run())).toMatchObject({
      networkCutAt: 1,
      sentinelsAgreedAfter: 3,
      replicaPromotedAfter: 7,
      serverKilledAt: null,
    })
  })

  it('part the writes by what WAIT confirmed', () => {
    const journal = new HandJournal({ wait: { replicas: 1, timeoutMs: 100 } })
    for (const [count, ...replicas] of [[1, 'r2'], [0], [null]] as const) {
      const write = journal.write('r1', ...replicas)
      if (count !== null) journal.push({ type: 'wait-answer', host: 'c1', write, asked: 1, count })
    }
    journal.kill('r1').promote('r2').believe('r2', 1)
    journal.at(50).push({
      type: 'reply',
      host: 'c1',
      action: 0,
      on: 'c1',
      command: 'WAIT 2 30',
      name: 'WAIT',
      args: ['2', '30'],
      took: 30_000,
      reply: 1,
    })
    expect(figures(journal.run())).toMatchObject({
      waitConfirmed: 1,
      waitConfirmedLost: 0,
      waitUnconfirmed: 2,
      waitUnconfirmedLost: 2,
      waitReturned: 1,
      clientUnblockedAt: expect.any(Number),
      waitTook: 30,
    })
  })
})
