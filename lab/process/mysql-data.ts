import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '@/lib/terminal/failure.mjs'
import { bootstrap } from './mariadb'
import type { Mysqld } from './mysqld'

/** Whom clients connect as, and who types on a server or follows it: without a password, servers of the lab are reached by nobody else. */
export const ACCOUNTS = { client: 'app', operator: 'lab' } as const
/** Where the table of the workloads is. */
export const DATABASE = 'app'

/** Run once, before there is a binary log: no server begins with a transaction of its own. */
const SET_UP = [
  `CREATE DATABASE ${DATABASE};`,
  `CREATE TABLE ${DATABASE}.t (id BIGINT PRIMARY KEY);`,
  ...Object.values(ACCOUNTS).map((account) => `CREATE USER ${account}@'%';`),
  `GRANT SELECT, INSERT ON ${DATABASE}.* TO ${ACCOUNTS.client}@'%';`,
  `GRANT ALL ON *.* TO ${ACCOUNTS.operator}@'%';`,
]

/** Data of a new server, made once: to initialize takes seconds, to copy does not. Returns their folder. @throws {Failure} */
export function makeTemplate(mysqld: Mysqld, directory: string): string {
  const data = join(directory, 'mysql-template')
  if (existsSync(data)) return data
  const setUp = join(directory, 'set-up.sql')
  writeFileSync(setUp, `${SET_UP.join('\n')}\n`)
  const common = [
    ...['--no-defaults', ...mysqld.places, '--user=root', '--secure-file-priv=', `--datadir=${data}`],
    ...['--skip-log-bin', '--innodb-buffer-pool-size=32M'],
  ]
  const options = [
    ...[...common, '--initialize-insecure', `--init-file=${setUp}`, '--innodb-redo-log-capacity=8M'],
    ...['--auto-generate-certs=OFF', '--caching-sha2-password-auto-generate-rsa-keys=OFF'],
  ]
  try {
    if (mysqld.name === 'MariaDB') bootstrap(mysqld, common, data, SET_UP.join('\n'))
    else execFileSync(mysqld.program, options, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' })
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim().split('\n').at(-1) : error
    throw new Failure(`mysqld made no data: ${said}`)
  }
  return data
}

/** The data of one server, with an identity of its own. */
export function copyData(template: string, data: string, uuid: string): void {
  cpSync(template, data, { recursive: true })
  writeFileSync(join(data, 'auto.cnf'), `[auto]\nserver-uuid=${uuid}\n`)
}
