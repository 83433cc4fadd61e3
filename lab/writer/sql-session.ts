import { type Connection, createConnection, type QueryError } from 'mysql2'
import type { Reply } from '@/lib/sim/journal'
import { ACCOUNTS, DATABASE } from '../process/mysql-data'
import type { Ear, Endpoint, Session, Speaker } from './connection'

/** One connection to a MySQL server. Statements go out one at a time: the next when the last was answered. */
export class SqlSession implements Session {
  private readonly connection: Connection
  private opened = false
  private over = false

  constructor(
    { address, port }: Endpoint,
    who: Speaker,
    private readonly ear: Ear,
  ) {
    this.connection = createConnection({
      host: address,
      port,
      user: ACCOUNTS[who],
      database: DATABASE,
      rowsAsArray: true,
      // As long as TCP itself tries.
      connectTimeout: 0,
    })
    this.connection.on('connect', () => {
      this.opened = true
      if (!this.over) ear.open()
    })
    this.connection.on('error', () => this.end())
    this.connection.on('end', () => this.end())
  }

  send([statement = '']: readonly string[]): void {
    this.connection.query(statement, (error: QueryError | null, result: unknown) => {
      if (this.over) return
      // The connection has ended: what it was asked stays unanswered.
      if (error?.fatal === true) this.end()
      else
        this.ear.reply(
          error === null ? replyOf(statement, result) : { error: `${error.errno} (${error.sqlState}): ${error.message}` },
        )
    })
  }

  leave(): void {
    this.over = true
    this.connection.destroy()
  }

  private end(): void {
    if (this.over) return
    this.leave()
    this.ear.closed(this.opened ? 'closed' : 'refused')
  }
}

/** `OK` for what only changes something; else the rows: of one column its values, and one value that was computed alone. */
export function replyOf(statement: string, result: unknown): Reply {
  if (!Array.isArray(result)) return 'OK'
  const rows = result.map((row: unknown) => (Array.isArray(row) ? row.map(plain) : [plain(row)]))
  const values = rows.flat()
  if (values.length !== rows.length) return rows
  return values.length === 1 && !/^SELECT \*/i.test(statement) ? (values[0] ?? null) : values
}

function plain(value: unknown): Reply {
  return typeof value === 'number' || value === null ? value : String(value)
}
