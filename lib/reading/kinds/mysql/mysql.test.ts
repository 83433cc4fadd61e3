// What a run with MySQL is read as, by scenarios that the lab has carried out on real servers.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runWithWire } from '@/lib/sim/run'
import { parseScenario } from '@/lib/sim/scenario/parse'
import { type Film, filmOf, pictureAt } from '../../film/film'
import { logOf } from '../../lists/log'
import { entryOf } from '../../lists/log-entry'
import '../all'

const FOLDERS = ['content', 'lab'].map((room) => join(import.meta.dirname, '../../../..', room, 'scenarios'))
const films = new Map<string, Film>()

function film(name: string): Film {
  const known = films.get(name)
  if (known) return known
  const file = FOLDERS.map((folder) => join(folder, `semisync-${name}.json`)).find((path) => existsSync(path)) ?? name
  const made = filmOf(runWithWire(parseScenario(JSON.parse(readFileSync(file, 'utf8')))))
  films.set(name, made)
  return made
}

const picture = (name: string, seconds: number) =>
  pictureAt(film(name), seconds * 1_000_000, { shownFor: 350_000, known: true, followed: null })
const moments = (name: string, code: string) => film(name).found.filter((moment) => moment.code === code)

describe('a held commit', () => {
  it('hangs on its client with its time and those who acknowledged, and shuts the door', () => {
    const { waits, frame } = picture('timeout', 2.6)
    expect(waits).toMatchObject([{ client: 'c1', server: 'm1', wanted: 1, counted: [] }])
    expect((waits[0]?.until ?? 0) - (waits[0]?.since ?? 0)).toBe(1_000_000)
    expect(waits[0]?.behind).toBeGreaterThan(0)
    expect(frame.servers.m1?.gate).toEqual({ good: 1, needed: 1, open: false })
  })

  it('is none while replicas acknowledge, or once the source has fallen back', () => {
    expect(picture('timeout', 1.5).waits).toEqual([])
    const fallen = picture('timeout', 4)
    expect([fallen.waits, fallen.frame.servers.m1?.gate]).toEqual([[], null])
  })

  it('counts the one of two that has it', () => {
    const longest = film('slow-replica-count-2').waits.longest
    const { waits, frame } = picture('slow-replica-count-2', ((longest?.from ?? 0) + 60_000) / 1_000_000)
    expect(frame.servers.m1?.gate).toMatchObject({ needed: 2, open: false })
    expect(waits[0]).toMatchObject({ wanted: 2, counted: [expect.stringMatching(/^m[23]$/)] })
  })

  it('holds up everybody who commits behind it', () => {
    expect(picture('release-all', 3).waits.map(({ client }) => client)).toEqual(['c1', 'c2', 'c3'])
  })

  it('is an outline on the lane, between semi-sync and asynchronous', () => {
    const [lane] = film('timeout').lanes.lanes
    expect(lane?.segments.map(({ kind }) => kind)).toEqual(['primary', 'closed', 'async', 'primary'])
  })
})

describe('a fall-back', () => {
  it('is told with the commits that it lets go, and so is the return', () => {
    expect(moments('timeout', 'fell-back')).toMatchObject([{ server: 'm1', reason: 'timeout', released: 21 }])
    expect(moments('timeout', 'returned')).toHaveLength(1)
    expect(film('timeout').headline).toMatchObject({ code: 'unguarded', acknowledged: 130, unguarded: 60 })
  })

  it('leaves at risk what no replica has', () => {
    const { verdict, fates } = film('timeout')
    const write = verdict.writes.find(({ sentAt }) => sentAt > 4_000_000)?.write ?? 0
    expect(fates.at(write, 4_500_000)).toBe('risk')
    expect(fates.at(write, 7_000_000)).toBe('safe')
  })
})

describe('a promotion by hand', () => {
  it('says what the new source lacks, and moves the lane', () => {
    expect(moments('fallback-crash', 'made-writable')).toMatchObject([{ host: 'm2', alive: null, missing: 60 }])
    expect(film('fallback-crash').lanes.lanes[1]?.segments.map(({ kind }) => kind)).toEqual(['replica', 'async'])
  })

  it('too early throws the relay log away', () => {
    expect(picture('hasty-promotion', 3.3).frame.servers.m2?.mysql?.unapplied).toBe(17)
    expect(moments('hasty-promotion', 'relay-discarded')).toMatchObject([{ host: 'm2', discarded: 17, acknowledged: 17 }])
    expect(moments('patient-promotion', 'relay-discarded')).toEqual([])
  })

  it('of a server whose source goes on makes two sources', () => {
    const [overlap] = film('split-brain').lanes.overlaps
    expect(overlap?.servers).toEqual(['m1', 'm2'])
    expect(picture('split-brain', 8).holdings.m1?.only).toBeGreaterThan(0)
  })
})

describe('a phantom', () => {
  it('is a row that another session read while its own client waited', () => {
    expect(moments('phantom-after-commit', 'phantom')).toMatchObject([{ on: 'c2', client: 'c1', gone: true }])
    expect(film('phantom-after-commit').headline).toMatchObject({ code: 'phantom', reader: 'c2', gone: true })
  })

  it('is none where the row is not seen before the acknowledgement', () => {
    expect(moments('phantom-after-sync', 'phantom')).toEqual([])
    expect(moments('phantom-after-sync', 'read').length).toBeGreaterThan(0)
  })
})

describe('an old source', () => {
  it('comes back with what no client had an answer for, and its successor lacks', () => {
    expect(moments('errant-conflict', 'back')).toMatchObject([{ host: 'm1', writable: true, kept: 1, successor: 'm2' }])
    expect(moments('errant-conflict', 'errant')).toMatchObject([{ host: 'm1', of: 'm2', gtids: 'm1:2' }])
    expect(film('errant-conflict').headline).toEqual({ code: 'errant', server: 'm1', of: 'm2', extra: 1 })
  })

  it('stands still where its data contradict those of its source', () => {
    expect(moments('errant-conflict', 'applier-stopped')).toMatchObject([{ host: 'm1', errno: 1062 }])
    expect(picture('errant-conflict', 10).frame.servers.m1?.mysql?.errno).toBe(1062)
  })

  it('that has been started is none before it takes connections', () => {
    expect(picture('errant-conflict', 5.5).frame.servers.m1?.up).toBe(false)
    expect(picture('errant-conflict', 6.5).frame.servers.m1).toMatchObject({ up: true, role: 'primary' })
  })
})

describe('the log', () => {
  it('has a line for whatever servers of MySQL do', () => {
    const { run } = film('errant-conflict')
    const log = logOf(run)
    const entries = log.all.flatMap((index) => entryOf(run, log, index) ?? [])
    expect(entries.filter(({ line, note }) => line === null && note === null)).toEqual([])
    expect(entries.map(({ line }) => line)).toContain('Replica_SQL_Running: No, Last_SQL_Errno: 1062')
  })
})
