import { describe, expect, it } from 'vitest'
import type { StreamItem } from '../messages'
import { append, type Backlog, covers, firstByte, itemsFrom, newBacklog, resize } from './backlog'

/** A backlog of the given capacity after offset 100, with items of 10 000 bytes. */
function backlogOf(capacity: number, items: number): Backlog {
  const backlog = newBacklog(capacity, 100)
  for (let number = 0; number < items; number += 1) append(backlog, itemAt(100 + number * 10_000))
  return backlog
}

function itemAt(start: number): StreamItem {
  return { type: 'stream', kind: 'ping', start, end: start + 10_000, write: -1, hello: null }
}

const starts = (items: readonly StreamItem[]) => items.map(({ start }) => start)

describe('the backlog', () => {
  it('that is empty serves only who has everything (R37)', () => {
    const backlog = backlogOf(100_000, 0)
    expect(firstByte(backlog)).toBe(101)
    expect([100, 101, 102].map((offset) => covers(backlog, offset))).toEqual([false, true, false])
    expect(itemsFrom(backlog, 101)).toEqual([])
  })

  it('covers first ≤ offset ≤ first + histlen, both ends included (R30c)', () => {
    const backlog = backlogOf(100_000, 5)
    expect([100, 101, 10_101, 50_100, 50_101, 50_102].map((offset) => covers(backlog, offset))).toEqual([
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
    expect(starts(itemsFrom(backlog, 101))).toEqual([100, 10_100, 20_100, 30_100, 40_100])
    expect(starts(itemsFrom(backlog, 30_101))).toEqual([30_100, 40_100])
    expect(itemsFrom(backlog, 50_101)).toEqual([])
  })

  it('never holds more than its size (R25); what fell out is not covered', () => {
    const backlog = backlogOf(30_000, 5)
    expect(firstByte(backlog)).toBe(20_101)
    expect([20_100, 20_101, 50_101].map((offset) => covers(backlog, offset))).toEqual([false, true, true])
  })

  it('forgets the oldest for ever, however long it runs', () => {
    const backlog = backlogOf(50_000, 100_000)
    expect(firstByte(backlog)).toBe(100 + 1_000_000_000 - 50_000 + 1)
    expect(itemsFrom(backlog, firstByte(backlog))).toHaveLength(5)
  })

  it('that is made smaller forgets at once; made larger it grows again (R25)', () => {
    const backlog = backlogOf(50_000, 5)
    resize(backlog, 20_000)
    expect(firstByte(backlog)).toBe(30_101)
    resize(backlog, 30_000)
    for (const start of [50_100, 60_100]) append(backlog, itemAt(start))
    expect(firstByte(backlog)).toBe(40_101)
  })

  it('is never smaller than 16 KiB (R25)', () => {
    const tiny = backlogOf(1, 5)
    expect(firstByte(tiny)).toBe(40_101)
    const resized = backlogOf(50_000, 5)
    resize(resized, 1)
    expect(firstByte(resized)).toBe(40_101)
  })
})
