import type { Field } from './field'

/** What a file says of its scenario, for people. The kernel carries no words: it checks these and reads on. */
export interface About {
  /** What it is called, by language. */
  readonly title: Readonly<Record<string, string>>
  /** Why it exists and what to look for, in English; null where nobody said. */
  readonly why: string | null
  /** What its run has to show, a comparison of figures each: `lost > 0`. */
  readonly shows: readonly string[]
}

const LONGEST_TITLE = 200
const LONGEST_TEXT = 1000

/** @throws {ScenarioError} */
export function readAbout(field: Field): About {
  const { title, why, shows } = field.members(['title', 'why', 'shows'])
  const titles = title
    .entries('a title for each language')
    .map(([language, text]) => [language, text.words('a title', LONGEST_TITLE)])
  if (titles.length === 0) title.expect('a title for each language')
  const claims = shows.present ? shows.items('a list of comparisons') : []
  return {
    title: Object.fromEntries(titles),
    why: why.present ? why.words('why the scenario exists', LONGEST_TEXT) : null,
    shows: claims.map((claim) => claim.words('a comparison', LONGEST_TEXT)),
  }
}
