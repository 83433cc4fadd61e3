import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Reply } from '@/lib/sim/journal'
import { isError } from '@/lib/sim/reply'
import { BadInput } from '@/lib/terminal/failure.mjs'
import type { Mysqld } from './mysqld'

/** What stands in a `my.cnf` of MariaDB beside what its server is told everywhere. Semi-sync is built in. */
export const MARIADB_COMMON = [
  'innodb_log_file_size=8M',
  'log_slave_updates=ON',
  'binlog_format=ROW',
  // The default is AFTER_COMMIT; a scenario that says nothing means MySQL's.
  'rpl_semi_sync_master_wait_point=AFTER_SYNC',
]

const NAMES: readonly (readonly [mysql: RegExp, mariadb: string])[] = [
  [/\b(rpl_semi_sync_)source_wait_no_replica\b/gi, '$1master_wait_no_slave'],
  [/\b(rpl_semi_sync_)source_/gi, '$1master_'],
  [/\b(rpl_semi_sync_)replica_/gi, '$1slave_'],
  [/\breplica_net_timeout\b/gi, 'slave_net_timeout'],
  // Read-only servers let administrators write.
  [/\bsuper_read_only=(ON|OFF), *read_only=\1\b/gi, 'read_only=$1'],
  [/\bsuper_read_only\b/gi, 'read_only'],
]

/** What the lab asks a server, and a scenario types. */
const STATEMENTS: readonly (readonly [mysql: RegExp, mariadb: string])[] = [
  [/^CHANGE REPLICATION SOURCE TO\b/i, 'CHANGE MASTER TO'],
  [/, SOURCE_SSL=0, GET_SOURCE_PUBLIC_KEY=1\b/gi, ''],
  [/\bSOURCE_AUTO_POSITION=1\b/gi, 'MASTER_USE_GTID=slave_pos'],
  [/\bSOURCE_(?=\w+=)/gi, 'MASTER_'],
  [
    /\bSERVICE_STATE FROM performance_schema\.replication_connection_status\b/i,
    "VARIABLE_VALUE FROM information_schema.GLOBAL_STATUS WHERE VARIABLE_NAME='SLAVE_RUNNING'",
  ],
  [/\bperformance_schema\.processlist\b/i, 'information_schema.PROCESSLIST'],
  // As it stands in a pattern of LIKE.
  [/\bRpl\\_semi\\_sync\\_source\\_/g, 'Rpl\\_semi\\_sync\\_master\\_'],
]

/** A statement of MySQL as MariaDB takes it. */
export function asMariadb(statement: string): string {
  return [...STATEMENTS, ...NAMES].reduce((text, [mysql, mariadb]) => text.replace(mysql, mariadb), statement)
}

/** A line of a `my.cnf`. @throws {BadInput} for what MariaDB lacks */
export function mariadbLine(name: string, value: string | number): string {
  if (name !== 'rpl_semi_sync_source_wait_for_replica_count') return `${asMariadb(name)}=${value}`
  if (value !== 1) throw new BadInput(`${name}=${value} can't be shown by MariaDB: its source waits for one replica`)
  return ''
}

/** An answer of MariaDB with the names of MySQL. */
export function fromMariadb(reply: Reply): Reply {
  if (typeof reply === 'string') return reply.replace(/\bRpl_semi_sync_master_/g, 'Rpl_semi_sync_source_')
  return reply === null || typeof reply === 'number' || isError(reply) ? reply : reply.map(fromMariadb)
}

/** Data of a new server: its own scripts make the tables of the system, then `setUp` is carried out. */
export function bootstrap({ program, places }: Mysqld, options: readonly string[], data: string, setUp: string): void {
  mkdirSync(data)
  const scripts = ['mysql_system_tables', 'mysql_performance_tables', 'mysql_system_tables_data']
  const folder = places.find((place) => place.startsWith('--lc-messages-dir='))?.split('=')[1] ?? ''
  const input = [
    'CREATE DATABASE mysql;',
    'USE mysql;',
    ...scripts.map((script) => readFileSync(join(folder, `${script}.sql`), 'utf8')),
    'FLUSH PRIVILEGES;',
    setUp,
  ].join('\n')
  const own = ['--bootstrap', '--innodb-log-file-size=8M', '--log-warnings=0']
  execFileSync(program, [...options, ...own], { input, stdio: ['pipe', 'ignore', 'pipe'], encoding: 'utf8' })
}
