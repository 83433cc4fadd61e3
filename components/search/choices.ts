import type { Offer } from '@/lib/search/data'
import { type Hit, MOST } from '@/lib/search/engine'
import type { Piece } from '@/lib/search/excerpt'
import type { Search } from './load'

/** A place that can be chosen. */
export interface Choice {
  readonly address: string
  readonly heading: readonly Piece[]
  /** What stands behind the heading; empty: nothing. */
  readonly beside: string
  readonly excerpt: readonly Piece[]
}

/** What there is to choose from, and the sentence that says so: over it, or aloud. */
export interface Choices {
  readonly kind: 'offered' | 'found' | 'nothing'
  readonly said: string
  readonly list: readonly Choice[]
}

/** What a query leads to; what is often looked for where there is none yet, or where it finds nothing. */
export function choicesFor({ data, engine }: Search, query: string): Choices {
  const { words, offered } = data
  if (query.trim() === '') return { kind: 'offered', said: words.offered, list: offered.map(offeredChoice) }
  const hits = engine.find(query)
  if (hits.length === 0) return { kind: 'nothing', said: words.nothing, list: offered.map(offeredChoice) }
  const form = hits.length === 1 ? 'one' : hits.length < MOST ? 'other' : 'most'
  const said = words.found[form].replace('{number}', String(hits.length))
  return { kind: 'found', said, list: hits.map(foundChoice) }
}

function offeredChoice({ address, label, note }: Offer): Choice {
  return { address, heading: [{ text: label, marked: false }], beside: note, excerpt: [] }
}

/** A page needs not be named beside itself. */
function foundChoice({ address, page, heading, excerpt }: Hit): Choice {
  return { address, heading, beside: address.endsWith('/') ? '' : page, excerpt }
}
