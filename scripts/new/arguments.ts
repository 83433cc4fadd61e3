import { GROUPS, type Group } from '@/lib/content/groups'
import { BadInput } from '../../lib/terminal/failure.mjs'
import { readOptions } from '../../lib/terminal/options'

export const USAGE = `npm run new -- SLUG [--group ${GROUPS.join('|')}]`

export const HELP = [
  `usage: ${USAGE}`,
  'Makes an article in every language: content/<language>/SLUG.mdx. What is to be written is marked TODO.',
  `  --group G   where at home it stands; ${GROUPS[0]} unless said`,
]

/** What was asked for on the command line. */
export interface Request {
  readonly slug: string
  readonly group: Group
}

const SLUG = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

/** Null asks for help. @throws {BadInput} */
export function readArguments(args: readonly string[]): Request | null {
  const { subjects, given, help } = readOptions(args, { group: 'value' }, USAGE)
  if (help) return null
  const [slug, ...more] = subjects
  if (slug === undefined) throw new BadInput(`what is the article to be called in its address? usage: ${USAGE}`)
  if (more.length > 0) throw new BadInput(`one article at a time, got ${JSON.stringify([slug, ...more])}; usage: ${USAGE}`)
  if (!SLUG.test(slug)) {
    throw new BadInput(`${JSON.stringify(slug)}: expected small letters, digits and hyphens, such as "old-primary"`)
  }
  return { slug, group: readGroup(given.group ?? GROUPS[0]) }
}

function readGroup(text: string): Group {
  const group = GROUPS.find((name) => name === text)
  if (group === undefined) throw new BadInput(`--group: expected one of ${GROUPS.join(', ')}, got ${JSON.stringify(text)}`)
  return group
}
