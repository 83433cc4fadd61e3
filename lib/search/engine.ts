import MiniSearch, { type SearchOptions, type SearchResult } from 'minisearch'
import type { Place, SearchData } from './data'
import { excerptOf, markedIn, type Piece } from './excerpt'
import { closeness, type Names, namesOf, type Query, queryOf, weightOf } from './ranking'
import { isHan, termsOf } from './terms'

/** A place that was found, as it is shown. */
export interface Hit {
  readonly address: string
  readonly page: string
  readonly heading: readonly Piece[]
  readonly excerpt: readonly Piece[]
}

const FIELDS = ['heading', 'also', 'page', 'text'] as const satisfies readonly (keyof Place)[]

/** How much a word says by where it stands: what a place is called by was put there by hand. */
const BOOST = { heading: 6, also: 10, page: 1.5, text: 1 }

/** What begins like a term, and what differs from it in a letter, counts less than the term itself. */
const WEIGHTS = { prefix: 0.3, fuzzy: 0.3 }

/** A shorter word with another letter is another word. */
const TYPO_FROM = 4

/** What is meant by a query counts less than what it says, and so does a part of what is joined. */
const MEANT = 0.7
const PART = 0.25

/** As many are found at most, and none that is so much worse than the best. */
export const MOST = 20
const WORST = 0.03

/** Places that are read at once while the index is made: in between the page answers. */
const CHUNK = 40

const OPTIONS = {
  tokenize: (text) => text.split(' ').filter((term) => term !== ''),
  processTerm: (term) => term,
  boost: BOOST,
  weights: WEIGHTS,
  prefix: true,
  fuzzy: (term) => (mayBeMistyped(term) ? 1 : false),
} satisfies SearchOptions

/** Full-text search over what the pages of a language hold. */
export class Engine {
  readonly #index = new MiniSearch<Place>({ fields: [...FIELDS], tokenize: termsOf, processTerm: (term) => term })
  readonly #data: SearchData
  readonly #names: readonly Names[]

  private constructor(data: SearchData) {
    this.#data = data
    this.#names = data.places.map((place) => namesOf(place, data.words.unsaid))
  }

  /** The index is made here: fetched, it would weigh twice as much as the texts that it is made of, and these are needed anyway. */
  static async over(data: SearchData): Promise<Engine> {
    const engine = new Engine(data)
    await engine.#index.addAllAsync(data.places, { chunkSize: CHUNK })
    return engine
  }

  /** The best first; none for a query without a word. */
  find(typed: string): readonly Hit[] {
    const query = queryOf(typed, this.#data.words)
    const ranked = this.#search(query)
      .flatMap((result) => this.#ranked(result, query))
      .sort((a, b) => b.score - a.score)
    const least = (ranked[0]?.score ?? 0) * WORST
    return ranked
      .filter(({ score }) => score >= least)
      .slice(0, MOST)
      .map(({ place, result }) => hitOf(place, result))
  }

  #search({ asked, meant, parts }: Query): readonly SearchResult[] {
    return this.#index.search([...asked, ...meant].join(' '), {
      ...OPTIONS,
      boostTerm: (term) => (meant.includes(term) ? MEANT : parts.includes(term) ? PART : 1),
    })
  }

  #ranked(result: SearchResult, query: Query): readonly { place: Place; result: SearchResult; score: number }[] {
    const [place, names] = [this.#data.places[result.id], this.#names[result.id]]
    if (place === undefined || names === undefined) return []
    const score = result.score * weightOf(place, query) * closeness(names, result.terms, query)
    return [{ place, result, score }]
  }
}

function hitOf({ address, page, heading, text }: Place, { terms, queryTerms }: SearchResult): Hit {
  const wanted = { found: terms, asked: queryTerms }
  return { address, page, heading: markedIn(heading, wanted), excerpt: excerptOf(text, wanted) }
}

function mayBeMistyped(term: string): boolean {
  return term.length >= TYPO_FROM && !isHan(term) && !/\d/.test(term)
}
