/** The monotonic clock that all processes of this machine share, in nanoseconds. */
export function nanos(): bigint {
  return process.hrtime.bigint()
}

/** Microseconds from `zero` to now. */
export function microsSince(zero: bigint): number {
  return Number(nanos() - zero) / 1000
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** Milliseconds of the wall clock at the instant `zero` of the monotonic one: the servers' logs are written by the wall clock. */
export function wallClockAt(zero: bigint): number {
  const before = Date.now()
  // The instant at which the wall clock turns to a new millisecond is known better than any reading of it.
  let wall = Date.now()
  while (wall === before) wall = Date.now()
  return wall - Number(nanos() - zero) / 1e6
}
