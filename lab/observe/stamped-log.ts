import { microsSince } from '../clock'
import type { Cluster } from '../process/cluster'
import type { MysqlLogLine } from './mysql-log'
import { read } from './read'

/** MariaDB’s log tells whole seconds only, so each line is stamped when it is found there. Milliseconds between two looks. */
const EVERY_MS = 5

/** Lines of MariaDB by what they say, under the codes of MySQL for the same. */
const CODES: readonly (readonly [code: string, text: RegExp])[] = [
  ['MY-011153', /Timeout waiting for reply of binlog/],
  ['MY-011155', /Semi-sync replication switched OFF/],
  ['MY-011156', /Semi-sync replication switched ON/],
  ['MY-010931', /ready for connections/],
]

/** Stamps the logs of a run as they grow. Does nothing where servers stamp them well themselves. */
export class StampedLogs {
  private readonly found = new Map<string, { seen: number; lines: MysqlLogLine[] }>()
  private readonly timer: NodeJS.Timeout | undefined

  constructor(
    private readonly cluster: Cluster,
    private readonly zero: bigint,
  ) {
    if (!cluster.isMariadb) return
    for (const host of cluster.hostsWith('mysql')) this.found.set(host, { seen: this.text(host).length, lines: [] })
    this.timer = setInterval(() => this.look(), EVERY_MS)
  }

  /** What was written since, by host. */
  end(): ReadonlyMap<string, readonly MysqlLogLine[]> {
    clearInterval(this.timer)
    this.look()
    return new Map([...this.found].map(([host, { lines }]) => [host, lines]))
  }

  private look(): void {
    for (const [host, one] of this.found) {
      const text = this.text(host)
      if (text.length === one.seen) continue
      const at = Math.round(microsSince(this.zero))
      one.lines.push(...coded(text.slice(one.seen)).map((line) => ({ at, ...line })))
      one.seen = text.length
    }
  }

  private text(host: string): string {
    return read(this.cluster.log(host, 'mysql'))
  }
}

/** The lines of a piece of log that tell something, each under its code. */
export function coded(text: string): readonly Omit<MysqlLogLine, 'at'>[] {
  return text.split('\n').flatMap((line) => {
    const [code] = CODES.find(([, said]) => said.test(line)) ?? []
    return code === undefined ? [] : [{ code, text: line }]
  })
}
