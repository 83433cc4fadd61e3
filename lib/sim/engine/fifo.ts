/** First in, first out, each at constant cost: an array that shifts moves all that is left. */
export class Fifo<T> {
  private items: T[] = []
  private head = 0

  get first(): T | undefined {
    return this.items[this.head]
  }

  push(item: T): void {
    this.items.push(item)
  }

  shift(): T | undefined {
    const item = this.items[this.head]
    if (item === undefined) return undefined
    this.head += 1
    // What has been taken is let go of when it is the larger part.
    if (this.head > 1024 && this.head * 2 > this.items.length) {
      this.items = this.items.slice(this.head)
      this.head = 0
    }
    return item
  }

  /** Puts something before all that waits. */
  unshift(item: T): void {
    if (this.head > 0) {
      this.head -= 1
      this.items[this.head] = item
    } else this.items.unshift(item)
  }
}
