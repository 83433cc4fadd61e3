import { describe, expect, it } from 'vitest'
import { namedRun } from '@/lib/content/scenarios'
import { HandJournal } from '@/tests/kernel/hand-journal'
import { logOf } from './log'
import { entryOf } from './log-entry'

const lines = (journal: HandJournal) => {
  const run = journal.run()
  const log = logOf(run)
  return log.notable.map((index) => entryOf(run, log, index)?.line ?? null)
}

describe('the lines of a sentinel', () => {
  it('are those of rule R157', () => {
    const journal = new HandJournal().at(10)
    const about = { type: 'sentinel', host: 's1', target: 'r1', kind: 'master' } as const
    journal.push(
      { ...about, event: '+sdown' },
      { ...about, event: '+odown', have: 1, need: 1 },
      { ...about, event: '+new-epoch', epoch: 4 },
    )
    journal.push({ ...about, event: '+selected-slave', target: 'r2', kind: 'slave' })
    journal.push({ ...about, event: '+switch-master', to: 'r2' })
    journal.push({ ...about, event: '+slave', target: 'r1', kind: 'slave' })
    expect(lines(journal).slice(1)).toEqual([
      '+sdown master m r1 6379',
      '+odown master m r1 6379 #quorum 1/1',
      '+new-epoch 4',
      '+selected-slave slave r2:6379 r2 6379 @ m r1 6379',
      '+switch-master m r1 6379 r2 6379',
      // From here on the sentinel's primary is the new one.
      '+slave slave r1:6379 r1 6379 @ m r2 6379',
    ])
  })
})

describe('the lines of a server', () => {
  it('are those of rule R157', () => {
    const journal = new HandJournal().at(10).promote('r2').at(20).demote('r1', 'r2').at(30).fullResync('r1', 'r2', 0, 1)
    expect(lines(journal).slice(1)).toEqual([
      "MASTER MODE enabled (user request from 's1')",
      "REPLICAOF r2:6379 enabled (user request from 's1')",
      'Partial resynchronization not accepted: Requested offset for second ID was 101, but I can reply up to 101',
      'Starting BGSAVE for SYNC with target: replicas sockets',
      'MASTER <-> REPLICA sync: Finished with success',
    ])
  })
})

describe('what a reader follows', () => {
  it('leaves single messages out, but not that the answers change', () => {
    const journal = new HandJournal().at(10)
    journal.write('r1', 'r2')
    journal.write('r1', 'r2')
    journal.refuse('r1', 'READONLY')
    journal.refuse('r1', 'READONLY')
    const run = journal.run()
    const log = logOf(run)
    expect(log.notable.map((index) => entryOf(run, log, index)?.note?.code)).toEqual(['settled', 'answers-change'])
    expect(log.all.length).toBeGreaterThan(10)
    expect(entryOf(run, log, log.notable[1] ?? -1)?.line).toBe("READONLY You can't write against a read only replica.")
  })

  it('has no entry for what is not in the journal', () => {
    const run = new HandJournal().run()
    expect(entryOf(run, logOf(run), 99)).toBeNull()
  })

  it('is in the order of the journal and says something on every line', () => {
    const run = namedRun('split-brain')
    const log = logOf(run)
    expect(log.notable).toEqual(log.notable.toSorted((a, b) => a - b))
    for (const index of log.all) {
      const entry = entryOf(run, log, index)
      expect(entry?.line ?? entry?.note).toBeTruthy()
    }
  })
})
