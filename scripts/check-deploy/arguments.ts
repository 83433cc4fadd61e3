import { BadInput } from '../../lib/terminal/failure.mjs'
import { readOptions } from '../../lib/terminal/options'
import { readAddress } from '../address.mjs'

export const USAGE = 'npm run check:deploy -- ADDRESS'

export const HELP = [
  `usage: ${USAGE}`,
  'Asks the server at ADDRESS for pages and files of this site, and tells what it gets wrong, a line each with its remedy.',
  'Ends with 0 where there is nothing to mend, 1 where there is, 2 where no such site answers.',
]

/** Where the site should be; null asks for help. @throws {BadInput} */
export function readArguments(args: readonly string[]): URL | null {
  const { subjects, help } = readOptions(args, {}, USAGE)
  if (help) return null
  const [text, ...more] = subjects
  if (text === undefined) throw new BadInput(`which address? usage: ${USAGE}`)
  if (more.length > 0) throw new BadInput(`one address at a time, got ${JSON.stringify(subjects)}; usage: ${USAGE}`)
  return new URL(readAddress(text, 'npm run check:deploy').href.replace(/\/*$/, '/'))
}
