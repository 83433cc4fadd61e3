import { describe, expect, it } from 'vitest'
import { HandJournal } from '@/tests/kernel/hand-journal'
import { judge, judgeSeen } from './verdict'

describe('what becomes of a write', () => {
  it('is safe when the final primary has it', () => {
    const journal = new HandJournal()
    journal.at(10).write('r1', 'r2')
    const verdict = judge(journal.run())
    expect(verdict).toMatchObject({ attempted: 1, acknowledged: 1, lost: 0, finalPrimary: 'r1' })
    expect(verdict.writes[0]).toMatchObject({
      key: 'w:0',
      client: 'c1',
      server: 'r1',
      sentAt: 10_000,
      answeredAt: 10_000,
      fate: 'safe',
      survived: true,
      lostBy: null,
      replicatedAt: 10_000,
    })
  })

  it('is refused or unanswered by what the client saw, whatever the data say', () => {
    const journal = new HandJournal()
    journal.refuse('r1', 'NOREPLICAS')
    journal.refuse(null, 'NOCONN')
    journal.send('r1')
    const present = journal.send('r1')
    journal.execute(present, 'r1')
    const verdict = judge(journal.run())
    expect(verdict.writes.map(({ fate, survived }) => [fate, survived])).toEqual([
      ['refused', false],
      ['no-connection', false],
      ['unanswered', false],
      ['unanswered', true],
    ])
    expect(verdict).toMatchObject({
      attempted: 4,
      acknowledged: 0,
      refused: 1,
      noConnection: 1,
      unanswered: 2,
      survivedUnacknowledged: 1,
    })
    expect(verdict.writes[1]?.server).toBeNull()
  })

  it('tells when the first replica had it, not the last', () => {
    const journal = new HandJournal()
    const write = journal.at(10).write('r1')
    journal.at(20).push({ type: 'apply', host: 'r2', write, offset: 131 })
    journal.at(30).push({ type: 'apply', host: 'r1', write, offset: 131 })
    expect(judge(journal.run()).writes[write]?.replicatedAt).toBe(20_000)
  })

  it('keeps what WAIT returned', () => {
    const journal = new HandJournal()
    const write = journal.write('r1', 'r2')
    journal.push({ type: 'wait-answer', host: 'c1', write, asked: 2, count: 1 })
    expect(judge(journal.run()).writes[0]?.waited).toBe(1)
  })
})

describe('which event destroyed a lost write', () => {
  it('is the kill when only the memory of the dead held it', () => {
    const journal = new HandJournal()
    const kept = journal.write('r1', 'r2')
    const lost = journal.write('r1')
    const kill = journal.at(50).kill('r1').last
    journal.at(90).promote('r2').believe('r2', 1)
    const { writes, finalPrimary } = judge(journal.run())
    expect(finalPrimary).toBe('r2')
    expect(writes[kept]).toMatchObject({ fate: 'safe', lostBy: null })
    expect(writes[lost]).toMatchObject({ fate: 'lost', survived: false, lostBy: kill })
  })

  it('is none while the AOF of the dead still has it', () => {
    const journal = new HandJournal({ r1: { appendonly: 'yes' } })
    const lost = journal.write('r1')
    journal.at(50).kill('r1').at(90).promote('r2').believe('r2', 1)
    expect(judge(journal.run()).writes[lost]).toMatchObject({ fate: 'lost', lostBy: null, leftOn: ['r1'] })
  })

  it('is never one before the write was sent: a run that ends before the resync says who still has it', () => {
    const journal = new HandJournal()
    journal.at(50).promote('r2').believe('r2', 1)
    const lost = journal.at(60).write('r1')
    expect(judge(journal.run()).writes[lost]).toMatchObject({ fate: 'lost', lostBy: null, leftOn: ['r1'] })
  })

  it('is the full resync that overwrites the last copy', () => {
    const journal = new HandJournal()
    journal.at(50).promote('r2').believe('r2', 1)
    const lost = journal.at(60).write('r1')
    journal.at(90).demote('r1', 'r2').fullResync('r1', 'r2', 0, 1)
    const { writes, lost: count } = judge(journal.run())
    expect(count).toBe(1)
    expect(writes[lost]?.lostBy).toBe(journal.last)
  })

  it('is the last of several loads when an empty restart wipes the replicas', () => {
    const journal = new HandJournal({ r1: { save: '' } })
    const lost = journal.write('r1', 'r2')
    journal.at(50).kill('r1').at(60).boot('r1', 'nothing')
    const whileReplicaHoldsIt = judge(journal.run())
    expect(whileReplicaHoldsIt.writes[lost]?.lostBy).toBeLessThan(journal.last)
    journal.at(70).fullResync('r2', 'r1', 0, 1)
    expect(judge(journal.run()).writes[lost]).toMatchObject({ fate: 'lost', lostBy: journal.last })
  })

  it('is none where sentinels name a server that never had it and another one keeps it', () => {
    const journal = new HandJournal()
    const lost = journal.write('r1')
    journal.believe('r2', 3)
    expect(judge(journal.run()).writes[lost]).toMatchObject({ fate: 'lost', lostBy: null, leftOn: ['r1'] })
  })

  it('is none where a server took it that was promoted by hand and that the sentinels never followed', () => {
    const journal = new HandJournal()
    journal.promote('r2', 'operator')
    const lost = journal.write('r2')
    const verdict = judge(journal.run())
    expect(verdict).toMatchObject({ finalPrimary: 'r1', lost: 1 })
    expect(verdict.writes[lost]).toMatchObject({ lostBy: null, leftOn: ['r2'] })
  })
})

describe('which event destroyed a lost write that changed nothing (R11)', () => {
  it('is none where the final primary had lost the earlier one before: there was nothing left to take from it', () => {
    const journal = new HandJournal()
    const first = journal.write('r1', 'r2')
    const kill = journal.at(5).kill('r2').last
    const again = journal.at(40).writeAgain(first, 'r1')
    journal.at(50).boot('r2', 'nothing').at(90).promote('r2').believe('r2', 1)
    const { writes } = judge(journal.run())
    expect(writes[first]).toMatchObject({ fate: 'lost', lostBy: kill, leftOn: ['r1'] })
    expect(writes[again]).toMatchObject({ fate: 'lost', survived: false, lostBy: null, leftOn: ['r1'] })
  })

  it('goes by the order of the events where all come at the same instant', () => {
    const journal = new HandJournal()
    const first = journal.write('r1', 'r2')
    const before = journal.writeAgain(first, 'r1')
    const kill = journal.kill('r2').last
    const behind = journal.writeAgain(first, 'r1')
    const { writes } = judge(journal.boot('r2', 'nothing').promote('r2').believe('r2', 1).run())
    expect([first, before, behind].map((write) => writes[write]?.lostBy)).toEqual([kill, kill, null])
  })

  it('is the kill that took the earlier one from the final primary later', () => {
    const journal = new HandJournal()
    const first = journal.write('r1', 'r2')
    const again = journal.at(40).writeAgain(first, 'r1')
    const kill = journal.at(45).kill('r2').last
    journal.at(50).boot('r2', 'nothing').at(90).promote('r2').believe('r2', 1)
    expect(judge(journal.run()).writes[again]).toMatchObject({ fate: 'lost', lostBy: kill, leftOn: ['r1'] })
  })

  it('is the full resync that overwrites the last copy, which both need', () => {
    const journal = new HandJournal()
    const first = journal.write('r1', 'r2')
    const again = journal.at(5).kill('r2').at(40).writeAgain(first, 'r1')
    journal.at(50).boot('r2', 'nothing').at(90).promote('r2').believe('r2', 1)
    journal.at(120).demote('r1', 'r2').fullResync('r1', 'r2', 0, 1)
    const { writes } = judge(journal.run())
    for (const write of [first, again]) expect(writes[write]).toMatchObject({ fate: 'lost', lostBy: journal.last, leftOn: [] })
  })
})

describe('a write that changes nothing because it was so from the beginning', () => {
  it('survives whatever server comes out on top: each has that beginning', () => {
    const journal = new HandJournal()
    const first = journal.write('r1')
    const never = journal.at(10).writeAgain(null, 'r1')
    const { writes } = judge(journal.at(20).kill('r1').at(50).promote('r2').believe('r2', 1).run())
    expect(writes[first]).toMatchObject({ fate: 'lost' })
    expect(writes[never]).toMatchObject({ fate: 'safe', survived: true, replicatedAt: 0, lostBy: null, leftOn: [] })
  })

  it('survives where no server has any data', () => {
    const journal = new HandJournal()
    const never = journal.writeAgain(null, 'r1')
    const { writes } = judge(journal.at(20).kill('r1').boot('r1', 'nothing').run())
    expect(writes[never]).toMatchObject({ fate: 'safe', survived: true })
  })
})

describe('what a server holds', () => {
  it('is what it held when it died, if it is the final primary and stays down', () => {
    const journal = new HandJournal()
    journal.write('r1')
    journal.at(50).kill('r1')
    expect(judge(journal.run())).toMatchObject({ finalPrimary: 'r1', lost: 0 })
  })

  it('comes back from an AOF', () => {
    const journal = new HandJournal({ r1: { appendonly: 'yes' } })
    journal.write('r1')
    journal.at(50).kill('r1').boot('r1', 'aof')
    expect(judge(journal.run()).lost).toBe(0)
  })

  it('goes back to a snapshot, and by which event', () => {
    const journal = new HandJournal()
    journal.write('r1')
    journal.push({ type: 'snapshot', host: 'r1', snapshot: 0, replid: 'a', offset: 131, for: 'disk' })
    const lost = journal.write('r1')
    const kill = journal.at(50).kill('r1').last
    journal.boot('r1', 'rdb', 0)
    const { writes } = judge(journal.run())
    expect(writes.map(({ fate }) => fate)).toEqual(['safe', 'lost'])
    expect(writes[lost]?.lostBy).toBe(kill)
  })

  it('forks after a snapshot: what the primary writes later is not in it', () => {
    const journal = new HandJournal()
    const before = journal.write('r1')
    journal.push({ type: 'snapshot', host: 'r1', snapshot: 0, replid: 'a', offset: 131, for: 'resync' })
    const after = journal.write('r1')
    journal.push({ type: 'load', host: 'r2', primary: 'r1', snapshot: 0, replid: 'a', offset: 131, discarded: 0 })
    journal.at(50).promote('r2').believe('r2', 1)
    const own = journal.write('r2')
    const { writes } = judge(journal.run())
    expect([before, after, own].map((write) => writes[write]?.survived)).toEqual([true, false, true])
  })
})

describe('where no server is a primary at the end', () => {
  it('only what no server has any more is lost, by the event that destroyed the last copy', () => {
    const journal = new HandJournal()
    const kept = journal.write('r1')
    journal.push({ type: 'kill', host: 's1', process: 'sentinel' }).demote('r1', 'r2')
    expect(judge(journal.run())).toMatchObject({ finalPrimary: null, acknowledged: 1, lost: 0 })
    expect(judge(journal.run()).writes[kept]).toMatchObject({ fate: 'safe', survived: true, lostBy: null })
    const kill = journal.kill('r1').last
    expect(judge(journal.run())).toMatchObject({ finalPrimary: null, lost: 1 })
    expect(judge(journal.run()).writes[kept]).toMatchObject({ fate: 'lost', survived: false, lostBy: kill })
  })
})

describe('the final primary', () => {
  it('is whom the living sentinels name, in the highest epoch', () => {
    const journal = new HandJournal()
    journal.promote('r2').believe('r2', 2).believe('r1', 1)
    expect(judge(journal.run()).finalPrimary).toBe('r1')
  })

  it('is the last one promoted when no sentinel lives', () => {
    const journal = new HandJournal()
    journal.at(10).promote('r2', 'operator').push({ type: 'kill', host: 's1', process: 'sentinel' })
    expect(judge(journal.run()).finalPrimary).toBe('r2')
    journal.demote('r2', 'r1')
    expect(judge(journal.run()).finalPrimary).toBe('r1')
    journal.push({ type: 'start', host: 's1', process: 'sentinel' }).believe('r2', 1)
    expect(judge(journal.run()).finalPrimary).toBe('r2')
  })

  it('may be nobody', () => {
    const journal = new HandJournal()
    journal.write('r1')
    journal.push({ type: 'kill', host: 's1', process: 'sentinel' }).demote('r1', 'r2')
    expect(judge(journal.run())).toMatchObject({ finalPrimary: null, acknowledged: 1 })
  })
})

describe('a verdict by what is found at the end', () => {
  it('agrees with that by the journal but for what destroyed a write', () => {
    const journal = new HandJournal()
    const [kept, lost, refused, nowhere, open] = [
      journal.write('r1', 'r2'),
      journal.at(10).write('r1'),
      journal.at(20).refuse('r1', 'NOREPLICAS'),
      journal.at(30).refuse(null, 'NOCONN'),
      journal.at(40).send('r1'),
    ]
    const run = journal.at(50).kill('r1').at(60).promote('r2').believe('r2', 1).run()
    const judged = judge(run)
    const seen = judgeSeen(run.events, new Set([kept]), 'r2')
    const fates = [kept, lost, refused, nowhere, open].map((write) => seen.writes[write]?.fate)
    expect(fates).toEqual(['safe', 'lost', 'refused', 'no-connection', 'unanswered'])
    expect(seen.writes.map((write) => ({ ...write, lostBy: null, leftOn: [] }))).toEqual(
      judged.writes.map((write) => ({ ...write, lostBy: null, leftOn: [] })),
    )
    expect({ ...seen, writes: null }).toEqual({ ...judged, writes: null })
  })
})
