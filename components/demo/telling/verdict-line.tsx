/** @jsxImportSource preact */

import { type Headline, isLoss } from '@/lib/reading/story/headline'
import type { Phrase } from '@/lib/words/phrase'
import type { Cast, DemoWords } from '../cast'
import { memo } from '../memo'
import { PhraseText } from './phrase-text'

/** The sentence of a verdict. */
export function headlineSentence(words: DemoWords, headline: Headline): Phrase {
  // Each code has a sentence for exactly its own record, which TypeScript cannot follow through the lookup.
  const sentences: Readonly<Record<string, unknown>> = words.headlines
  const sentence = sentences[headline.code] as (headline: Headline) => Phrase
  return sentence(headline)
}

/** The verdict, in the reader's units. `small`: beside another. */
export const VerdictLine = memo(function VerdictLine({
  cast,
  headline,
  small,
}: {
  cast: Cast
  headline: Headline
  small: boolean
}) {
  const loss = isLoss(headline)
  return (
    <p class={small ? LOOKS : `${LOOKS} @min-[32rem]/demo:text-lg`} data-part="verdict">
      <span class={`flex-none font-bold ${loss ? 'text-lost' : 'text-safe'}`} aria-hidden="true">
        {loss ? '✕' : '●'}
      </span>
      <span>
        <PhraseText cast={cast} phrase={headlineSentence(cast.words, headline)} />
      </span>
    </p>
  )
})

/** Two lines high, or three on a phone, whatever it says: what stands below never moves. */
const LOOKS =
  'flex min-h-[3lh] @min-[32rem]/demo:min-h-[2lh] gap-[0.5em] text-base leading-[1.28] tracking-[-0.011em] text-pretty zh:tracking-normal'
