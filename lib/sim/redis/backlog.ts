import { SMALLEST_BACKLOG } from '../defaults'
import type { StreamItem } from './messages'

/**
 * The replication backlog: the latest part of the stream, shared with replica buffers (R25).
 * Offsets are Redis' own: the first byte of a stream is byte 1.
 */
export class Backlog {
  private items: StreamItem[] = []
  private head = 0
  /** Offset of the last byte it holds, or would hold. */
  private last: number

  private capacity = SMALLEST_BACKLOG

  constructor(capacity: number, offset: number) {
    this.last = offset
    this.resize(capacity)
  }

  /** Forgets at once what a smaller one cannot hold. It holds blocks, so it is never smaller than one (R25). */
  resize(capacity: number): void {
    this.capacity = Math.max(capacity, SMALLEST_BACKLOG)
    this.trim()
  }

  /** `repl_backlog_first_byte_offset`. */
  get first(): number {
    const item = this.items[this.head]
    return item === undefined ? this.last + 1 : item.start + 1
  }

  append(item: StreamItem): void {
    this.items.push(item)
    this.last = item.end
    this.trim()
  }

  private trim(): void {
    while (this.head < this.items.length && this.last - (this.items[this.head] as StreamItem).start > this.capacity)
      this.head += 1
    if (this.head > 1024 && this.head * 2 > this.items.length) {
      this.items = this.items.slice(this.head)
      this.head = 0
    }
  }

  /** True when a replica that asks for byte `offset` can be served from here (R30c): both ends count. */
  covers(offset: number): boolean {
    return offset >= this.first && offset <= this.last + 1
  }

  /** The items from byte `offset` on. */
  from(offset: number): readonly StreamItem[] {
    return this.items.slice(this.head).filter((item) => item.start + 1 >= offset)
  }
}
