/** One line of a MySQL server's log. */
export interface MysqlLogLine {
  /** Microseconds since time zero. */
  readonly at: number
  /** Such as `MY-011155`. */
  readonly code: string
  readonly text: string
}

const LINE = /^(\S+Z) \d+ \[\w+\] \[(MY-\d+)\] \[\w+\] (.*)$/

/** Reads a log written in UTC. `wallZero`: milliseconds of the wall clock at time zero. Lines of another form are passed over. */
export function readMysqlLog(text: string, wallZero: number): readonly MysqlLogLine[] {
  return text.split('\n').flatMap((line) => {
    const [, time = '', code = '', rest = ''] = LINE.exec(line) ?? []
    // Dates know no microseconds.
    const micros = Number(/\.\d{3}(\d{3})Z$/.exec(time)?.[1] ?? 0)
    const wall = Date.parse(time)
    return Number.isNaN(wall) ? [] : [{ at: Math.round((wall - wallZero) * 1000) + micros, code, text: rest }]
  })
}
