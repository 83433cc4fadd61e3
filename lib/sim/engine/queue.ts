import type { Micros } from './time'

/** What the queue orders: by time, then by the order of scheduling. */
export interface Scheduled {
  at: Micros
  seq: number
}

/** A binary min-heap over (at, seq). */
export class EventQueue<T extends Scheduled> {
  private readonly heap: T[] = []

  get size(): number {
    return this.heap.length
  }

  /** Time of the next event; Infinity when there is none. */
  get nextAt(): Micros {
    const top = this.heap[0]
    return top === undefined ? Number.POSITIVE_INFINITY : top.at
  }

  /** Everything that waits and satisfies the test, in order. For rare events: it looks at all of it. */
  select(test: (item: T) => boolean): readonly T[] {
    return this.heap.filter(test).sort((a, b) => (before(a, b) ? -1 : 1))
  }

  push(item: T): void {
    const heap = this.heap
    let index = heap.length
    heap.push(item)
    while (index > 0) {
      const parentIndex = (index - 1) >> 1
      const parent = heap[parentIndex] as T
      if (!before(item, parent)) break
      heap[index] = parent
      index = parentIndex
    }
    heap[index] = item
  }

  pop(): T | undefined {
    const heap = this.heap
    const top = heap[0]
    const last = heap.pop()
    if (top === undefined || last === undefined || heap.length === 0) return top
    this.sink(last)
    return top
  }

  private sink(item: T): void {
    const heap = this.heap
    const length = heap.length
    let index = 0
    for (;;) {
      let child = 2 * index + 1
      if (child >= length) break
      if (child + 1 < length && before(heap[child + 1] as T, heap[child] as T)) child += 1
      const candidate = heap[child] as T
      if (!before(candidate, item)) break
      heap[index] = candidate
      index = child
    }
    heap[index] = item
  }
}

function before(a: Scheduled, b: Scheduled): boolean {
  return a.at < b.at || (a.at === b.at && a.seq < b.seq)
}
