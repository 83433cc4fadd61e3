/** One line of a server's or a sentinel's log. */
export interface LogLine {
  /** Microseconds since time zero; logs are exact to a millisecond. */
  readonly at: number
  /** `M` a primary, `S` a replica, `X` a sentinel, `C` not yet one of them. */
  readonly role: string
  readonly text: string
}

const LINE = /^\d+:([A-Z]) (\d+) ([A-Z][a-z]{2}) (\d+) (\d+):(\d+):(\d+)\.(\d+) [.\-*#] (.*)$/
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Reads a log written in UTC. `wallZero`: milliseconds of the wall clock at time zero. Lines of another form are passed over. */
export function readLog(text: string, wallZero: number): readonly LogLine[] {
  return text.split('\n').flatMap((line) => {
    const found = LINE.exec(line)
    if (found === null) return []
    const [, role = '', day, month = '', year, hours, minutes, seconds, ms, rest = ''] = found
    const wall = Date.UTC(
      Number(year),
      MONTHS.indexOf(month),
      Number(day),
      Number(hours),
      Number(minutes),
      Number(seconds),
      Number(ms),
    )
    return [{ at: Math.round((wall - wallZero) * 1000), role, text: rest }]
  })
}
