import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { namedRun } from '@/lib/content/scenarios'
import { HandJournal } from '@/tests/kernel/hand-journal'
import { judge } from '../verdict/verdict'
import { sliceLength, stripsOf, totals } from './fate-strip'
import { fatesOf } from './fates'

const END = 60_000_000
const strips = (journal: HandJournal) => {
  const run = journal.run()
  const verdict = judge(run)
  return stripsOf(verdict, fatesOf(run, verdict), END)
}

describe('the slices', () => {
  it('are at most 72, of a length that a reader can say', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000, max: 3_600_000_000 }), (end) => {
        expect(end / sliceLength(end)).toBeLessThanOrEqual(72)
      }),
    )
    expect(sliceLength(35_000_000)).toBe(500_000)
    expect(sliceLength(10_000_000)).toBe(200_000)
  })

  it('hold every write exactly once', () => {
    const run = namedRun('split-brain')
    const verdict = judge(run)
    const { final } = stripsOf(verdict, fatesOf(run, verdict), 35_000_000)
    expect(totals(final)).toEqual({
      safe: verdict.acknowledged - verdict.lost,
      risk: 0,
      lost: verdict.lost,
      unanswered: verdict.unanswered,
      refused: verdict.refused,
      'no-connection': verdict.noConnection,
    })
    expect(Math.max(...final.slices.map(({ counts }) => Object.values(counts).reduce((a, b) => a + b, 0)))).toBe(final.most)
  })
})

describe('what was known', () => {
  /** One write, answered at once; on r2 a moment later. */
  const kept = () => {
    const journal = new HandJournal().at(1000)
    const write = journal.write('r1')
    return journal.at(2000).push({ type: 'apply', host: 'r2', write, offset: 131 })
  }
  /** One write that only r1 ever has, and r1 dies. */
  const doomed = () => {
    const journal = new HandJournal().at(1000)
    journal.write('r1')
    return journal.at(2000).kill('r1').at(3000).promote('r2').believe('r2', 1)
  }
  const known = (journal: HandJournal, ms: number) => {
    const counts = totals(strips(journal).known(ms * 1000))
    return Object.entries(counts).flatMap(([fate, count]) => (count > 0 ? [fate] : []))
  }

  it('is nothing before a write is sent', () => {
    expect(known(kept(), 999)).toEqual([])
  })

  it('puts an acknowledged write at risk until a replica has it', () => {
    expect(known(kept(), 1000)).toEqual(['risk'])
    expect(known(kept(), 1999)).toEqual(['risk'])
    expect(known(kept(), 2000)).toEqual(['safe'])
  })

  it('puts a write that will be lost at risk until the event that destroys it', () => {
    expect(known(doomed(), 1500)).toEqual(['risk'])
    expect(known(doomed(), 2000)).toEqual(['lost'])
  })

  it('ends as the verdict says', () => {
    const all = strips(doomed())
    expect(all.known(END)).toEqual(all.final)
    expect(totals(all.final).risk).toBe(0)
  })

  it('tells nothing of writes that are yet to be sent but that they will be', () => {
    const early = strips(doomed()).known(500_000)
    expect(Object.values(totals(early)).every((count) => count === 0)).toBe(true)
    expect(early.slices.reduce((sum, { unsent }) => sum + unsent, 0)).toBe(1)
    expect(strips(doomed()).final.slices.every(({ unsent }) => unsent === 0)).toBe(true)
  })

  it('tells refused from unanswered, and both from what found no connection', () => {
    const journal = new HandJournal().at(1000)
    journal.refuse('r1', 'NOREPLICAS')
    journal.refuse(null, 'NOCONN')
    journal.send('r1')
    expect(known(journal, 1000)).toEqual(['unanswered', 'refused', 'no-connection'])
    expect(known(journal, 60_000)).toEqual(['unanswered', 'refused', 'no-connection'])
  })
})
