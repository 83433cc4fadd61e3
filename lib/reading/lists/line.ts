/** A line of the transcript. */
export interface Line {
  /** Microseconds: when it began, and when it was over if that is another moment. */
  readonly at: number
  readonly until: number | null
  /** Among those of one instant. */
  readonly order: number
  readonly text: string
}

/** Microseconds as seconds to a tenth of a millisecond. */
export function seconds(at: number): string {
  return (at / 1_000_000).toFixed(4)
}

export function print({ at, until, text }: Line): string {
  const time = until === null || until === at ? seconds(at) : `${seconds(at)}–${seconds(until)}`
  return `${time.padEnd(16)}  ${text}`
}
