/**
 * A server's data against that of the current primary: the one that the last failover named, and before any the configured one. Counted in
 * writes that changed something.
 */
export interface Holding {
  /** Both have them. */
  readonly shared: number
  /** The primary has them, this server does not. */
  readonly lacks: number
  /** On no other server, neither in its memory nor, where it is dead, on its disk. */
  readonly only: number
  /** How old the first write is that it lacks, µs; null when it lacks none. */
  readonly behindFor: number | null
  /** A full copy on its way here: the part of it that has come, 0…1, and how many writes of this server's it will erase. */
  readonly copy: { readonly from: string; readonly progress: number; readonly erases: number } | null
  /** Writes that a full copy has erased here a moment ago. */
  readonly erased: number
}
