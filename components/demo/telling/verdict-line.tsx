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

/** What stands before the sentence, and its colour. Other kinds of process have verdicts that are neither loss nor safety. */
export const MARKS = {
  of: (headline: Headline): readonly [mark: string, color: string] =>
    isLoss(headline) ? ['✕', 'text-lost'] : ['●', 'text-safe'],
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
  const [mark, color] = MARKS.of(headline)
  return (
    <p class={small ? LOOKS : `${LOOKS} @min-[32rem]/demo:text-lg`} data-part="verdict">
      <span class={`flex-none font-bold ${color}`} aria-hidden="true">
        {mark}
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
