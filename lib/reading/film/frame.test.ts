import { describe, expect, it } from 'vitest'
import { namedRun } from '@/lib/content/scenarios'
import { HandJournal } from '@/tests/kernel/hand-journal'
import { frameAt, framesOf, reaches } from './frame'

const ms = (at: number): number => at * 1000

describe('a frame', () => {
  it('starts as the scenario is configured', () => {
    const frame = frameAt(new HandJournal().run(), 0)
    expect(frame.servers).toMatchObject({
      r1: { up: true, role: 'primary', of: null },
      r2: { up: true, role: 'replica', of: 'r1', link: 'up' },
    })
    expect(frame.sentinels.s1).toMatchObject({ primary: 'r1', suspects: null })
    expect(frame.clients.c1).toMatchObject({ server: 'r1', waiting: 0, answered: null })
  })

  it('counts an event from its own instant on', () => {
    const run = new HandJournal().at(10).kill('r1').run()
    expect(frameAt(run, ms(10) - 1).servers.r1?.up).toBe(true)
    expect(frameAt(run, ms(10)).servers.r1?.up).toBe(false)
    expect(frameAt(run, ms(10)).events).toBe(3)
  })

  it('follows roles, beliefs and what the sentinels suspect', () => {
    const journal = new HandJournal().at(10)
    journal.push({ type: 'sentinel', host: 's1', event: '+sdown', target: 'r1', kind: 'master' })
    journal.at(20).promote('r2').believe('r2', 1).at(30).demote('r1', 'r2')
    journal.push({ type: 'link', host: 'r1', primary: 'r2', state: 'sync' })
    const frames = framesOf(journal.run())
    expect(frames.at(ms(10)).sentinels.s1?.suspects).toBe('r1')
    expect(frames.at(ms(20))).toMatchObject({
      servers: { r2: { role: 'primary', of: null } },
      sentinels: { s1: { primary: 'r2' } },
    })
    expect(frames.at(ms(30)).servers.r1).toMatchObject({ role: 'replica', of: 'r2', link: 'sync' })
  })

  it('tells whom a leader suspects from whom it names: it names the promoted one first (R116)', () => {
    const about = { type: 'sentinel', host: 's1', target: 'r1', kind: 'master' } as const
    const journal = new HandJournal().at(10).push({ ...about, event: '+odown', have: 1, need: 1 })
    journal.at(20).promote('r2').believe('r2', 1)
    journal.at(30).push({ ...about, event: '+switch-master', to: 'r2' })
    const frames = framesOf(journal.run())
    expect(frames.at(ms(20)).sentinels.s1).toMatchObject({ primary: 'r2', suspects: 'r1' })
    expect(frames.at(ms(30)).sentinels.s1).toMatchObject({ primary: 'r2', suspects: null })
  })

  it('forgets the gate and the link of a server that dies', () => {
    const journal = new HandJournal().at(10)
    journal.push({ type: 'gate', host: 'r1', good: 0, needed: 1, open: false })
    const run = journal.at(20).kill('r1').run()
    expect(frameAt(run, ms(10)).servers.r1?.gate).toEqual({ good: 0, needed: 1, open: false })
    expect(frameAt(run, ms(20)).servers.r1?.gate).toBeNull()
  })

  it('knows what each client was told last, and what it still waits for', () => {
    const journal = new HandJournal().at(10)
    journal.write('r1')
    journal.at(20).send('r1')
    const run = journal.at(30).push({ type: 'answer', host: 'c1', write: 1, error: 'NOREPLICAS' }).run()
    expect(frameAt(run, ms(20)).clients.c1).toMatchObject({ answered: 0, error: null, waiting: 1 })
    expect(frameAt(run, ms(30)).clients.c1).toMatchObject({ answered: 1, error: 'NOREPLICAS', waiting: 0 })
  })

  it('is the same wherever the fold starts from', () => {
    const run = namedRun('split-brain')
    const frames = framesOf(run)
    const instants = [0, 1, 2_999_999, 3_000_000, 5_959_100, 12_345_678, 34_999_999, 35_000_000]
    // Backwards, so that no frame can profit from the one before it.
    for (const at of instants.toReversed()) {
      const upToHere = { ...run, events: run.events.filter((event) => event.at <= at) }
      const { events, ...rest } = framesOf(upToHere).at(at)
      expect(frames.at(at)).toEqual({ ...rest, events })
      expect(events).toBe(upToHere.events.length)
    }
  })
})

describe('reaching', () => {
  const frame = (partitions: string[][][], cuts: { from: string; to: string }[] = []) => ({ partitions, cuts })

  it('keeps each group to itself and lets everyone reach who is in none', () => {
    const cut = frame([[['r1', 'c1'], ['r2']]])
    expect(reaches(cut, 'r1', 'c1')).toBe(true)
    expect(reaches(cut, 'r1', 'r2')).toBe(false)
    expect(reaches(cut, 's1', 'r1')).toBe(true)
  })

  it('adds partitions up', () => {
    const cut = frame([
      [['r1'], ['r2']],
      [['r1'], ['r3']],
    ])
    expect([reaches(cut, 'r1', 'r2'), reaches(cut, 'r1', 'r3'), reaches(cut, 'r2', 'r3')]).toEqual([false, false, true])
  })

  it('cuts one direction alone', () => {
    const cut = frame([], [{ from: 'r1', to: 'r2' }])
    expect([reaches(cut, 'r1', 'r2'), reaches(cut, 'r2', 'r1')]).toEqual([false, true])
  })

  it('is whole again after a heal', () => {
    const run = new HandJournal()
      .at(10)
      .push({ type: 'partition', groups: [['r1'], ['r2']] })
      .push({ type: 'cut', from: 's1', to: 'r2' })
      .at(20)
      .push({ type: 'heal' })
      .run()
    expect(reaches(frameAt(run, ms(10)), 'r1', 'r2')).toBe(false)
    expect(reaches(frameAt(run, ms(20)), 'r1', 'r2')).toBe(true)
    expect(reaches(frameAt(run, ms(20)), 's1', 'r2')).toBe(true)
  })
})
