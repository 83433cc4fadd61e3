import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { findProgram } from './child'

/** A server program of MySQL, or of MariaDB, which carries out what it can express. */
export interface Mysqld {
  readonly name: 'MySQL' | 'MariaDB'
  readonly program: string
  /** Where its own files are, as options; none where it knows. */
  readonly places: readonly string[]
  /** Such as `9.7.4`. */
  readonly version: string
}

/** How to get one, in a line; MariaDB is only taken where it is named. */
export const HOW_TO_GET_MYSQL =
  'MySQL 8.4 or newer with its semisync plugins: unpack a binary archive of it (dev.mysql.com/downloads/mysql) and name its folder with --server FOLDER, or install it (Debian sid: apt-get install mysql-server-core); or MariaDB 10.11 (Debian 12: apt-get install mariadb-server-core, then --server /usr)'

/** In `folder`, or on the path where none is named; null where there is none. */
export function findMysqld(folder: string | null): Mysqld | null {
  const [program, ...places] = folder === null ? [findProgram('mysqld')] : inFolder(resolve(folder))
  const known = program === null ? null : versionOf(program)
  if (program === null || known === null || (folder === null && known.name === 'MariaDB')) return null
  return { program, places, ...known }
}

/** An archive that was unpacked, or packages that were: then programs and files stand below `usr`. */
function inFolder(folder: string): readonly [string | null, ...string[]] {
  const program = first(
    folder,
    ['bin', 'sbin', 'usr/sbin', 'root/usr/sbin'].flatMap((bin) => [`${bin}/mysqld`, `${bin}/mariadbd`]),
  )
  const plugins = first(folder, ['lib/plugin', 'lib/mysql/plugin', 'usr/lib/mysql/plugin', 'root/usr/lib/mysql/plugin'])
  const messages = first(folder, ['share', 'share/mysql', 'usr/share/mysql', 'root/usr/share/mysql'], 'english')
  if (program === null || messages === null) return [null]
  const places = [`--basedir=${folder}`, `--lc-messages-dir=${messages}`]
  // MariaDB needs none.
  if (versionOf(program)?.name === 'MySQL') return plugins === null ? [null] : [program, ...places, `--plugin-dir=${plugins}`]
  return [program, ...places]
}

function first(folder: string, places: readonly string[], holding = ''): string | null {
  const found = places.find((place) => existsSync(join(folder, place, holding)))
  return found === undefined ? null : join(folder, found)
}

/** Which it is: MariaDB calls its server by the same name. */
function versionOf(program: string): Pick<Mysqld, 'name' | 'version'> | null {
  const text = execFileSync(program, ['--no-defaults', '--version'], { encoding: 'utf8' })
  const [, version] = /Ver (\d+\.\d+\.\d+)/.exec(text) ?? []
  return version === undefined ? null : { name: /MariaDB/.test(text) ? 'MariaDB' : 'MySQL', version }
}
