/** How a client takes its lock. */
export interface Algorithm {
  /** Brings it to where a run begins: connected, its scripts known to the servers. */
  settle(): Promise<void>
  /** Time zero. */
  start(): void
  /** One call of `lock()`, to its answer and, where it was granted, to the end of holding it. */
  attempt(): Promise<void>
}
