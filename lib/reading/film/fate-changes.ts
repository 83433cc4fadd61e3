import type { Fate } from '../verdict/verdict'

/**
 * What is known of a write at one instant. `risk` exists only before the end: acknowledged, and on no server but those that a failover
 * would pass over, or that has been passed over already.
 */
export type ShownFate = Fate | 'risk'

/** What came to be known of each write, and when: one list for all, in which each change knows the one before it of the same write. */
export class FateChanges {
  readonly #times: number[] = []
  readonly #fates: ShownFate[] = []
  /** Index of the change before; −1 for the first. */
  readonly #before: number[] = []
  /** By the number of the write: index of its latest change. */
  readonly #latest: number[] = []

  /** What is known of a write after all changes so far; null: nothing. */
  known(write: number): ShownFate | null {
    const change = this.#latest[write]
    return change === undefined ? null : (this.#fates[change] ?? null)
  }

  /** What was known of it at `at` µs; null: nothing. */
  at(write: number, at: number): ShownFate | null {
    let change = this.#latest[write] ?? -1
    while (change >= 0 && (this.#times[change] ?? 0) > at) change = this.#before[change] ?? -1
    return change < 0 ? null : (this.#fates[change] ?? null)
  }

  /** From `at` µs on this is known of it. */
  change(write: number, at: number, fate: ShownFate): void {
    if (this.known(write) === fate) return
    this.#before.push(this.#latest[write] ?? -1)
    this.#latest[write] = this.#times.length
    this.#times.push(at)
    this.#fates.push(fate)
  }
}
