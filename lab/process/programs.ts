import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { BadInput } from '@/lib/terminal/failure.mjs'
import { findProgram } from './child'

/** The programs the lab runs, by path. */
export interface Programs {
  readonly redisServer: string
  readonly redisSentinel: string
  /** The server's version, such as `7.0.15`. */
  readonly version: string
  readonly ip: string
  readonly iptablesRestore: string
  readonly writer: string
  readonly operator: string
  readonly relay: string
}

/** A program that the lab needs is missing; the message says how to get it. */
export class MissingProgram extends BadInput {}

/** Finds Redis and bundles the lab's own child programs into `directory`. Without iproute2 or iptables their paths are empty. */
export function findPrograms(directory: string): Programs {
  const redisServer = findProgram('redis-server')
  const redisSentinel = findProgram('redis-sentinel')
  if (redisServer === null || redisSentinel === null)
    throw new MissingProgram(
      'the lab needs redis-server and redis-sentinel on the path (Debian: apt-get install redis-server redis-sentinel)',
    )
  const own = (name: string) => join(directory, `${name}.mjs`)
  buildSync({
    entryPoints: { writer: 'lab/writer/main.ts', operator: 'lab/operator/main.ts', relay: 'lab/network/relay-main.ts' },
    outdir: directory,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  })
  return {
    redisServer,
    redisSentinel,
    version: versionOf(redisServer),
    ip: findProgram('ip') ?? '',
    iptablesRestore: findProgram('iptables-restore') ?? '',
    writer: own('writer'),
    operator: own('operator'),
    relay: own('relay'),
  }
}

function versionOf(redisServer: string): string {
  const text = execFileSync(redisServer, ['--version'], { encoding: 'utf8' })
  return /v=(\S+)/.exec(text)?.[1] ?? 'unknown'
}
