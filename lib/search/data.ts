import type { SearchWords } from '@/lib/words/en/search'

/** Where a search can lead: a page, or a section or an entry of one. */
export interface Place {
  /** Its number in `SearchData.places`. */
  readonly id: number
  /** Within its language: `wait/`, `wait/#cost`. */
  readonly address: string
  /** The title of its page. */
  readonly page: string
  /** Its own; of a page its title. */
  readonly heading: string
  /** What else it is called or looked for by. */
  readonly also: string
  readonly text: string
}

/** What the page fetches to search in its language. */
export interface SearchData {
  readonly words: SearchWords
  readonly places: readonly Place[]
  /** What is offered before anything is typed, and where nothing is found. */
  readonly offered: readonly Offer[]
}

/** A way that leads to a place without a search. */
export interface Offer {
  readonly address: string
  readonly label: string
  /** What stands behind it. */
  readonly note: string
}

/** The file of a language, beside its pages. */
export const SEARCH_FILE = 'search.json'
