import type { SearchWords } from '@/lib/words/en/search'
import type { Place } from './data'
import { saidIn, termsAsked } from './terms'

/** What is looked for. */
export interface Query {
  /** As it was typed, without what tells nothing. */
  readonly phrase: string
  readonly asked: readonly string[]
  /** What the pages say for it. */
  readonly meant: readonly string[]
  /** Those of `asked` that are parts of others. */
  readonly parts: readonly string[]
}

/** Pages that hold a little of everything. */
const LISTS: readonly string[] = ['faq/', 'glossary/', 'symptoms/']

/** A word or two ask for a subject, more of them for an answer. */
const SUBJECT = 2

/** How much less a word counts in a heading that only begins like what was typed, or is a letter away from it. */
const NEAR = 0.85

/** Reads what somebody typed. */
export function queryOf(typed: string, { unsaid, meant: meanings }: SearchWords): Query {
  const asked = termsAsked(typed, unsaid)
  const said = meanings.filter(([words]) => termsAsked(words).every((term) => asked.includes(term))).map(([, meaning]) => meaning)
  return {
    phrase: saidIn(typed, unsaid),
    asked,
    meant: termsAsked(said.join(' ')).filter((term) => !asked.includes(term)),
    parts: asked.filter((term) => asked.some((whole) => whole !== term && whole.split(/[-_.]/).includes(term))),
  }
}

/** What explains comes before what is looked up there, and that before runs and sources, which are proofs. */
export function weightOf({ address }: Place, { asked, parts }: Query): number {
  if (/#(sources|versions)$/.test(address)) return 0.35
  if (address.startsWith('how-we-know/')) return 0.4
  if (address.startsWith('glossary/')) return 0.5
  const isSubject = address.endsWith('/') && !LISTS.includes(address) && asked.length - parts.length <= SUBJECT
  return isSubject ? 1.6 : 1
}

/** What a place is called, as queries are compared. */
export interface Names {
  readonly heading: string
  /** The terms of the heading. */
  readonly terms: readonly string[]
  readonly also: readonly string[]
}

/** Reads them off a place, once for all queries. */
export function namesOf({ heading, also }: Place, unsaid: readonly string[]): Names {
  return {
    heading: saidIn(heading, unsaid),
    terms: termsAsked(heading, unsaid),
    also: also.split('\n').map((name) => saidIn(name, unsaid)),
  }
}

/**
 * How much more a place counts than its words do: up to twice where its heading says nothing but what is looked for, and more where it has
 * the query as it was typed, or is called so. `found`: the terms of the place that matched.
 */
export function closeness({ heading, terms, also }: Names, found: readonly string[], { phrase, asked, meant }: Query): number {
  const told = terms.map((term): number => (asked.includes(term) || meant.includes(term) ? 1 : found.includes(term) ? NEAR : 0))
  const share = told.reduce((sum, each) => sum + each, 0) / Math.max(1, terms.length)
  return (1 + share ** 2) * (also.includes(phrase) ? 3 : heading.includes(phrase) ? 1.4 : 1)
}
