import { describe, expect, it } from 'vitest'
import { Backlog } from './backlog'
import type { StreamItem } from './messages'

/** A backlog of the given capacity after offset 100, with items of 10 000 bytes. */
function backlogOf(capacity: number, items: number): Backlog {
  const backlog = new Backlog(capacity, 100)
  for (let number = 0; number < items; number += 1) backlog.append(itemAt(100 + number * 10_000))
  return backlog
}

function itemAt(start: number): StreamItem {
  return { type: 'stream', kind: 'ping', start, end: start + 10_000, write: -1, hello: null }
}

const starts = (items: readonly StreamItem[]) => items.map(({ start }) => start)

describe('the backlog', () => {
  it('that is empty serves only who has everything (R37)', () => {
    const backlog = backlogOf(100_000, 0)
    expect(backlog.first).toBe(101)
    expect([100, 101, 102].map((offset) => backlog.covers(offset))).toEqual([false, true, false])
    expect(backlog.from(101)).toEqual([])
  })

  it('covers first ≤ offset ≤ first + histlen, both ends included (R30c)', () => {
    const backlog = backlogOf(100_000, 5)
    expect([100, 101, 10_101, 50_100, 50_101, 50_102].map((offset) => backlog.covers(offset))).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
    ])
  })

  it('gives what follows a byte', () => {
    const backlog = backlogOf(100_000, 5)
    expect(starts(backlog.from(101))).toEqual([100, 10_100, 20_100, 30_100, 40_100])
    expect(starts(backlog.from(30_101))).toEqual([30_100, 40_100])
    expect(backlog.from(50_101)).toEqual([])
  })

  it('never holds more than its size (R25); what fell out is not covered', () => {
    const backlog = backlogOf(30_000, 5)
    expect(backlog.first).toBe(20_101)
    expect([20_100, 20_101, 50_101].map((offset) => backlog.covers(offset))).toEqual([false, true, true])
  })

  it('forgets the oldest for ever, however long it runs', () => {
    const backlog = backlogOf(50_000, 100_000)
    expect(backlog.first).toBe(100 + 1_000_000_000 - 50_000 + 1)
    expect(backlog.from(backlog.first)).toHaveLength(5)
  })

  it('that is made smaller forgets at once; made larger it grows again (R25)', () => {
    const backlog = backlogOf(50_000, 5)
    backlog.resize(20_000)
    expect(backlog.first).toBe(30_101)
    backlog.resize(30_000)
    for (const start of [50_100, 60_100]) backlog.append(itemAt(start))
    expect(backlog.first).toBe(40_101)
  })

  it('is never smaller than 16 KiB (R25)', () => {
    const tiny = backlogOf(1, 5)
    expect(tiny.first).toBe(40_101)
    const resized = backlogOf(50_000, 5)
    resized.resize(1)
    expect(resized.first).toBe(40_101)
  })
})
