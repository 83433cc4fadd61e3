/** First in, first out, each at constant cost, as plain data: an array that shifts moves all that is left. */
export interface Fifo<T> {
  items: T[]
  /** Index of the first that has not been taken. */
  head: number
}

export function newFifo<T>(): Fifo<T> {
  return { items: [], head: 0 }
}

export function firstOf<T>(fifo: Fifo<T>): T | undefined {
  return fifo.items[fifo.head]
}

export function enqueue<T>(fifo: Fifo<T>, item: T): void {
  fifo.items.push(item)
}

export function dequeue<T>(fifo: Fifo<T>): T | undefined {
  const item = fifo.items[fifo.head]
  if (item === undefined) return undefined
  fifo.head += 1
  // What has been taken is let go of when it is the larger part.
  if (fifo.head > 1024 && fifo.head * 2 > fifo.items.length) {
    fifo.items = fifo.items.slice(fifo.head)
    fifo.head = 0
  }
  return item
}

/** Puts something before all that waits. */
export function enqueueFirst<T>(fifo: Fifo<T>, item: T): void {
  if (fifo.head > 0) {
    fifo.head -= 1
    fifo.items[fifo.head] = item
  } else fifo.items.unshift(item)
}
