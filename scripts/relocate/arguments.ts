import { BadInput } from '../../lib/terminal/failure.mjs'
import { readOptions } from '../../lib/terminal/options'
import { readAddress } from '../address.mjs'

export const USAGE = 'npm run relocate -- PATH|ADDRESS [FOLDER]'

export const HELP = [
  `usage: ${USAGE}`,
  'Moves the built site in FOLDER, out/ unless said, to another path of its host, such as /wiki/redis, or to another',
  'address, such as https://wiki.example/docs/redis/. Nothing is built again; / leads back to the root of the host.',
]

/** Where a site lives: `href` ends with a slash, `basePath` is empty at the root of a host, else `/wiki/redis`. */
export type Address = ReturnType<typeof readAddress>

/** What was asked for on the command line. */
export interface Request {
  /** Where the site goes, from where it is. @throws {BadInput} */
  readonly to: (from: Address) => Address
  /** Null: out/. */
  readonly folder: string | null
}

/** Null asks for help. @throws {BadInput} */
export function readArguments(args: readonly string[]): Request | null {
  const { subjects, help } = readOptions(args, {}, USAGE)
  if (help) return null
  const [target, folder = null, ...more] = subjects
  if (target === undefined) throw new BadInput(`where to? usage: ${USAGE}`)
  if (more.length > 0) throw new BadInput(`one path and one folder at most, got ${JSON.stringify(subjects)}; usage: ${USAGE}`)
  if (folder === '') throw new BadInput(`expected a folder, got ""; usage: ${USAGE}`)
  return { to: (from) => destination(target, from), folder }
}

/** The address that a path or a whole address stands for. @throws {BadInput} */
function destination(target: string, from: Address): Address {
  const text = target.startsWith('/') ? new URL(from.href).origin + target : target
  const { href, basePath } = readAddress(text, 'npm run relocate')
  const written = text.replace(/^https?:\/\/[^/]*/i, '').replace(/\/$/, '')
  if (basePath !== written)
    throw new BadInput(`${JSON.stringify(target)}: expected a path as a browser would write it, such as /wiki/redis`)
  return { href: href.replace(/\/*$/, '/'), basePath }
}
