import type { Micros } from './time'

/** What the queue orders: by time, then by the order of scheduling. */
export interface Scheduled {
  readonly at: Micros
  readonly seq: number
}

/** Time of the next entry of a heap; Infinity when there is none. */
export function nextAt(heap: readonly Scheduled[]): Micros {
  const top = heap[0]
  return top === undefined ? Number.POSITIVE_INFINITY : top.at
}

/** Puts an entry into a binary min-heap over (at, seq): the place for it moves up from behind the last one. */
export function push<T extends Scheduled>(heap: T[], item: T): void {
  let index = heap.length
  while (index > 0) {
    const parentIndex = (index - 1) >> 1
    const parent = heap[parentIndex] as T
    if (!before(item, parent)) break
    heap[index] = parent
    index = parentIndex
  }
  heap[index] = item
}

/** Takes the first entry out of the heap. */
export function pop<T extends Scheduled>(heap: T[]): T | undefined {
  const top = heap[0]
  const last = heap.pop()
  if (top === undefined || last === undefined || heap.length === 0) return top
  sink(heap, last)
  return top
}

/** Entries in the order in which they will come. */
export function inOrder<T extends Scheduled>(entries: readonly T[]): readonly T[] {
  return [...entries].sort((a, b) => (before(a, b) ? -1 : 1))
}

function sink<T extends Scheduled>(heap: T[], item: T): void {
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

function before(a: Scheduled, b: Scheduled): boolean {
  return a.at < b.at || (a.at === b.at && a.seq < b.seq)
}
