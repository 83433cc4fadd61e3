import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { findProgram } from './child'

/** A MySQL server program. */
export interface Mysqld {
  readonly program: string
  /** Where its own files are, as options; none where it knows. */
  readonly places: readonly string[]
  /** Such as `9.7.4`. */
  readonly version: string
}

/** How to get one, in a line. */
export const HOW_TO_GET_MYSQL =
  'MySQL 8.4 or newer with its semisync plugins: unpack a binary archive of it (dev.mysql.com/downloads/mysql) and name its folder with --server FOLDER, or install it (Debian sid: apt-get install mysql-server-core)'

/** In `folder`, or on the path where none is named; null where there is none. */
export function findMysqld(folder: string | null): Mysqld | null {
  const [program, ...places] = folder === null ? [findProgram('mysqld')] : inFolder(resolve(folder))
  const version = program === null ? null : versionOf(program)
  return program === null || version === null ? null : { program, places, version }
}

/** An archive that was unpacked, or packages that were: then programs and files stand below `usr`. */
function inFolder(folder: string): readonly [string | null, ...string[]] {
  const program = first(folder, ['bin/mysqld', 'sbin/mysqld', 'usr/sbin/mysqld', 'root/usr/sbin/mysqld'])
  const plugins = first(folder, ['lib/plugin', 'lib/mysql/plugin', 'usr/lib/mysql/plugin', 'root/usr/lib/mysql/plugin'])
  const messages = first(folder, ['share', 'share/mysql', 'usr/share/mysql', 'root/usr/share/mysql'], 'english')
  if (program === null || plugins === null || messages === null) return [null]
  return [program, `--basedir=${folder}`, `--plugin-dir=${plugins}`, `--lc-messages-dir=${messages}`]
}

function first(folder: string, places: readonly string[], holding = ''): string | null {
  const found = places.find((place) => existsSync(join(folder, place, holding)))
  return found === undefined ? null : join(folder, found)
}

/** Null for a program that is not MySQL's own: MariaDB calls its server by the same name. */
function versionOf(program: string): string | null {
  const text = execFileSync(program, ['--no-defaults', '--version'], { encoding: 'utf8' })
  return /MariaDB/.test(text) ? null : (/Ver (\d+\.\d+\.\d+)/.exec(text)?.[1] ?? null)
}
