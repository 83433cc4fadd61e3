import { isValidElement, type ReactNode } from 'react'
import { shownIn } from '@/lib/content/article-demos'
import { articleContent } from '@/lib/content/article-module'
import { PART_NAMES } from '@/lib/content/part-names'
import { recordingText } from './files'
import { readRecording } from './recording'
import { serverName } from './server-name'

/** Against what an article was checked: the servers by name, and when they were last recorded. */
export interface Checked {
  readonly servers: readonly string[]
  /** ISO date. */
  readonly date: string
}

/** Stand for the components: nothing is drawn. */
const PARTS = Object.fromEntries(PART_NAMES.map((name) => [name, () => null]))

/** What real servers have to say on a compiled article: on the scenarios of its demos and on those that it quotes; null where nothing. */
export function checkedAgainst(code: string): Checked | null {
  const names = new Set<string>([...shownIn(code).map(({ name }) => name), ...quotedIn(code)])
  const headers = [...names].flatMap((name) => {
    const text = recordingText(name)
    return text === null ? [] : [readRecording(text).header]
  })
  const date = headers
    .map(({ recorded }) => recorded)
    .toSorted()
    .at(-1)
  if (date === undefined) return null
  return { servers: [...new Set(headers.map(({ server }) => serverName(server)))].toSorted(redisFirst), date }
}

function redisFirst(one: string, other: string): number {
  return Number(other.startsWith('Redis')) - Number(one.startsWith('Redis')) || one.localeCompare(other, 'en')
}

/** The scenarios of which a compiled article quotes what was measured. */
function quotedIn(code: string): readonly string[] {
  const found: string[] = []
  const look = (node: ReactNode): void => {
    if (Array.isArray(node)) node.forEach(look)
    if (!isValidElement<{ scenario?: string; children?: ReactNode }>(node)) return
    if (node.type === PARTS.Measured && node.props.scenario !== undefined) found.push(node.props.scenario)
    look(node.props.children)
  }
  look(articleContent(code, PARTS))
  return found
}
