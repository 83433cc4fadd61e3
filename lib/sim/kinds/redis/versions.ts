/** What some versions do otherwise than others. */
export interface VersionRules {
  /** `WAIT` covers what its own connection has written, and not what others had written by its last command (R61, R172). */
  readonly waitsForOwnWrites: boolean
  /** With an AOF and without a backlog each write raises the offset by one (R172). */
  readonly countsForAof: boolean
  /** `everysec`: from one fsync to the next a whole second passes; else, a second of the wall clock begins (R74, R172). */
  readonly fsyncsByTheSecond: boolean
}

/** The servers that a scenario can follow. */
export const VERSIONS = {
  'redis-7.0': { waitsForOwnWrites: false, countsForAof: false, fsyncsByTheSecond: false },
  'redis-8.0': { waitsForOwnWrites: true, countsForAof: true, fsyncsByTheSecond: true },
} as const satisfies Readonly<Record<string, VersionRules>>

export type Version = keyof typeof VERSIONS
