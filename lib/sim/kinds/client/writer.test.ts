import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Workload } from '../../scenario/scenario'
import { parseCommand } from './command'
import { newWriter, nextDue } from './writer'

const workload = (change: Partial<Workload> = {}): Workload => ({
  client: 'c1',
  command: 'SET w:{i} {i}',
  everyMs: 10,
  fromMs: 0,
  untilMs: 100,
  ...change,
})

/** All the times at which a workload sends, when somebody looks at it from `now` on. */
function schedule(spec: Workload, now = 0): number[] {
  const writer = newWriter(spec, 0)
  const times: number[] = []
  for (let due = nextDue(writer, now); due !== null; due = nextDue(writer, due)) {
    times.push(due)
    writer.next += 1
  }
  return times
}

describe('a command line', () => {
  it.each([
    ['set k v', { name: 'SET', args: ['k', 'v'], isWrite: true }],
    ['  INCR   n ', { name: 'INCR', args: ['n'], isWrite: true }],
    ['Get Key', { name: 'GET', args: ['Key'], isWrite: false }],
    ['WAIT 1 100', { name: 'WAIT', args: ['1', '100'], isWrite: false }],
  ])('%s', (line, command) => {
    expect(parseCommand(line)).toEqual(command)
  })
})

describe('when a workload sends', () => {
  it('at fixed times from its beginning up to its end, that one excluded', () => {
    expect(schedule(workload())).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90].map((ms) => ms * 1000))
    expect(schedule(workload({ fromMs: 95 }))).toEqual([95_000])
    expect(schedule(workload({ fromMs: 100 }))).toEqual([])
  })

  it('in fractions of milliseconds without drifting', () => {
    const times = schedule(workload({ everyMs: 0.3, untilMs: 30 }))
    expect(times).toHaveLength(100)
    expect(times.at(-1)).toBe(29_700)
  })

  it('goes on with what is due when it starts late: what passed unseen is skipped, numbers included', () => {
    const writer = newWriter(workload(), 0)
    expect(nextDue(writer, 41_000)).toBe(50_000)
    expect(writer.next).toBe(5)
  })

  it('never in the past, never after the end, always on its grid', () => {
    const spec = fc.record({
      everyMs: fc.double({ min: 0.01, max: 50, noNaN: true }),
      fromMs: fc.integer({ min: 0, max: 100 }),
      untilMs: fc.integer({ min: 100, max: 200 }),
    })
    fc.assert(
      fc.property(spec, fc.integer({ min: 0, max: 250_000 }), (times, now) => {
        const writer = newWriter(workload(times), 0)
        const due = nextDue(writer, now)
        if (due === null) return
        expect(due).toBeGreaterThanOrEqual(now)
        expect(due).toBeLessThanOrEqual(times.untilMs * 1000)
        expect(due).toBe(Math.round((times.fromMs + writer.next * times.everyMs) * 1000))
      }),
    )
  })
})
