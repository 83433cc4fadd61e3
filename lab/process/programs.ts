import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { BadInput } from '@/lib/terminal/failure.mjs'
import { findProgram } from './child'
import { makeTemplate } from './mysql-data'
import { findMysqld, HOW_TO_GET_MYSQL, type Mysqld } from './mysqld'

/** The programs the lab runs, by path. */
export interface Programs {
  /** Those that the scenario names; null for the others. */
  readonly redis: Redis | null
  readonly mysql: Mysql | null
  readonly ip: string
  readonly iptablesRestore: string
  readonly writer: string
  readonly locker: string
  readonly resource: string
  readonly operator: string
  readonly relay: string
}

interface Redis {
  readonly server: string
  readonly sentinel: string
  /** Such as `7.0.15`. */
  readonly version: string
}

interface Mysql extends Mysqld {
  /** The folder with the data of a new server. */
  readonly template: string
}

/** A program that the lab needs is missing; the message says how to get it. */
export class MissingProgram extends BadInput {}

/**
 * Finds the servers of a scenario and bundles the lab's own child programs into `directory`. Without iproute2 or iptables their paths
 * are empty. `folder`: where the server was unpacked, null to look for it on the path. @throws {MissingProgram}
 */
export function findPrograms({ hosts }: Pick<Scenario, 'hosts'>, directory: string, folder: string | null): Programs {
  const specs = Object.values(hosts)
  const redis = specs.some((host) => host.redis !== undefined || host.sentinel !== undefined) ? findRedis(folder) : null
  const mysql = specs.some((host) => host.mysql !== undefined) ? findMysql(directory, folder) : null
  const own = (name: string) => join(directory, `${name}.cjs`)
  buildSync({
    entryPoints: {
      writer: 'lab/writer/main.ts',
      locker: 'lab/locker/main.ts',
      resource: 'lab/resource/main.ts',
      operator: 'lab/operator/main.ts',
      relay: 'lab/network/relay-main.ts',
    },
    outdir: directory,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    // What mysql2 is made of asks for modules of Node.js as a script does.
    format: 'cjs',
    logLevel: 'error',
  })
  return {
    redis,
    mysql,
    ip: findProgram('ip') ?? '',
    iptablesRestore: findProgram('iptables-restore') ?? '',
    writer: own('writer'),
    locker: own('locker'),
    resource: own('resource'),
    operator: own('operator'),
    relay: own('relay'),
  }
}

/** What ran, as recordings have it: the version alone of Redis, `MySQL 9.7.4` or `MariaDB 10.11.19` of those. */
export function versionOf({ redis, mysql }: Programs): string {
  return mysql === null ? (redis?.version ?? '') : `${mysql.name} ${mysql.version}`
}

function findRedis(folder: string | null): Redis {
  const find = (name: string) => {
    const own = folder === null ? null : findProgram(name, [folder, join(folder, 'bin')])
    return own ?? findProgram(name)
  }
  const server = find('redis-server')
  const sentinel = find('redis-sentinel')
  if (server === null || sentinel === null)
    throw new MissingProgram(
      'the lab needs redis-server and redis-sentinel on the path (Debian: apt-get install redis-server redis-sentinel)',
    )
  return { server, sentinel, version: redisVersion(server) }
}

function findMysql(directory: string, folder: string | null): Mysql {
  const mysqld = findMysqld(folder)
  if (mysqld === null) throw new MissingProgram(`the lab needs ${HOW_TO_GET_MYSQL}`)
  return { ...mysqld, template: makeTemplate(mysqld, directory) }
}

function redisVersion(redisServer: string): string {
  const text = execFileSync(redisServer, ['--version'], { encoding: 'utf8' })
  return /v=(\S+)/.exec(text)?.[1] ?? 'unknown'
}
