/** @jsxImportSource preact */
import { type Headline, isLoss } from '@/lib/reading/story/headline'
import type { Phrase } from '@/lib/words/phrase'
import type { Cast, DemoWords } from '../cast'
import { PhraseText } from './phrase-text'

/** The sentence of a verdict. */
export function headlineSentence(words: DemoWords, headline: Headline): Phrase {
  // Each code has a sentence for exactly its own record, which TypeScript cannot follow through the lookup.
  const sentence = words.headlines[headline.code] as (headline: Headline) => Phrase
  return sentence(headline)
}

/** The verdict, in the reader's units. */
export function VerdictLine({ cast, headline }: { cast: Cast; headline: Headline }) {
  const loss = isLoss(headline)
  return (
    <p class={LOOKS} data-part="verdict">
      <span class={`flex-none font-bold ${loss ? 'text-lost' : 'text-safe'}`} aria-hidden="true">
        {loss ? '✕' : '●'}
      </span>
      <span>
        <PhraseText cast={cast} phrase={headlineSentence(cast.words, headline)} />
      </span>
    </p>
  )
}

/** Two lines high whatever it says: what stands below never moves. */
const LOOKS =
  'flex min-h-[2lh] gap-[0.5em] text-base leading-[1.3] tracking-[-0.011em] text-pretty @min-[32.5rem]/demo:text-lg zh:tracking-normal'
