import { describe, expect, it } from 'vitest'
import { Backlog } from './backlog'
import type { StreamItem } from './messages'

/** A backlog of the given capacity after offset 100, with items of 10 bytes. */
function backlogOf(capacity: number, items: number): Backlog {
  const backlog = new Backlog(capacity, 100)
  for (let number = 0; number < items; number += 1) backlog.append(itemAt(100 + number * 10))
  return backlog
}

function itemAt(start: number): StreamItem {
  return { type: 'stream', kind: 'ping', start, end: start + 10, write: -1, hello: null }
}

const starts = (items: readonly StreamItem[]) => items.map(({ start }) => start)

describe('the backlog', () => {
  it('that is empty serves only who has everything (R37)', () => {
    const backlog = backlogOf(1000, 0)
    expect(backlog.first).toBe(101)
    expect([100, 101, 102].map((offset) => backlog.covers(offset))).toEqual([false, true, false])
    expect(backlog.from(101)).toEqual([])
  })

  it('covers first ≤ offset ≤ first + histlen, both ends included (R30c)', () => {
    const backlog = backlogOf(1000, 5)
    expect([100, 101, 111, 150, 151, 152].map((offset) => backlog.covers(offset))).toEqual([false, true, true, true, true, false])
  })

  it('gives what follows a byte', () => {
    const backlog = backlogOf(1000, 5)
    expect(starts(backlog.from(101))).toEqual([100, 110, 120, 130, 140])
    expect(starts(backlog.from(131))).toEqual([130, 140])
    expect(backlog.from(151)).toEqual([])
  })

  it('never holds more than its size (R25); what fell out is not covered', () => {
    const backlog = backlogOf(30, 5)
    expect(backlog.first).toBe(121)
    expect([120, 121, 151].map((offset) => backlog.covers(offset))).toEqual([false, true, true])
  })

  it('forgets the oldest for ever, however long it runs', () => {
    const backlog = backlogOf(50, 100_000)
    expect(backlog.first).toBe(100 + 1_000_000 - 50 + 1)
    expect(backlog.from(backlog.first)).toHaveLength(5)
  })
})
