/** What is on a server's disk: what it would start with. */
export interface DiskFile {
  readonly kind: 'aof' | 'rdb'
  /** Writes in it. */
  readonly writes: number
}
