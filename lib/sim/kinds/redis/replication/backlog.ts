import { SMALLEST_BACKLOG } from '../../../defaults'
import type { StreamItem } from '../messages'

/**
 * The replication backlog: the latest part of the stream, shared with replica buffers (R25).
 * Offsets are Redis' own: the first byte of a stream is byte 1.
 */
export interface Backlog {
  items: StreamItem[]
  /** Index of the oldest item that it still holds. */
  head: number
  /** Offset of the last byte it holds, or would hold. */
  last: number
  /** Bytes. */
  capacity: number
}

export function newBacklog(capacity: number, offset: number): Backlog {
  return { items: [], head: 0, last: offset, capacity: Math.max(capacity, SMALLEST_BACKLOG) }
}

/** Forgets at once what a smaller one cannot hold. It holds blocks, so it is never smaller than one (R25). */
export function resize(backlog: Backlog, capacity: number): void {
  backlog.capacity = Math.max(capacity, SMALLEST_BACKLOG)
  trim(backlog)
}

/** `repl_backlog_first_byte_offset`. */
export function firstByte({ items, head, last }: Backlog): number {
  const item = items[head]
  return item === undefined ? last + 1 : item.start + 1
}

export function append(backlog: Backlog, item: StreamItem): void {
  backlog.items.push(item)
  backlog.last = item.end
  trim(backlog)
}

/** True when a replica that asks for byte `offset` can be served from here (R30c): both ends count. */
export function covers(backlog: Backlog, offset: number): boolean {
  return offset >= firstByte(backlog) && offset <= backlog.last + 1
}

/** The items from byte `offset` on. */
export function itemsFrom({ items, head }: Backlog, offset: number): readonly StreamItem[] {
  return items.slice(head).filter((item) => item.start + 1 >= offset)
}

function trim(backlog: Backlog): void {
  const { items, last, capacity } = backlog
  while (backlog.head < items.length && last - (items[backlog.head] as StreamItem).start > capacity) backlog.head += 1
  if (backlog.head > 1024 && backlog.head * 2 > items.length) {
    backlog.items = items.slice(backlog.head)
    backlog.head = 0
  }
}
