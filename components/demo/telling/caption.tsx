/** @jsxImportSource preact */

import type { NumberedMoment } from '@/lib/reading/story/moment'
import type { Cast } from '../cast'
import { memo } from '../memo'
import { MomentNumber } from './moment-number'
import { PhraseText } from './phrase-text'
import { momentSentence } from './storyboard'

interface Props {
  readonly cast: Cast
  /** The last moment that has happened; undefined before the first. */
  readonly moment: NumberedMoment | undefined
}

/** What the stage shows, in the sentence of the moment at which the cursor stands. */
export const Caption = memo(function Caption({ cast, moment }: Props) {
  const { words } = cast
  return (
    <div class={BOX} data-part="caption">
      {moment === undefined ? (
        <p class="text-soft">{words.panels.before}</p>
      ) : (
        <>
          <div class="flex items-center gap-2 self-start">
            <MomentNumber number={moment.number} current={true} />
            <span class="text-soft">{words.instant(moment.at)}</span>
          </div>
          <p>
            <PhraseText cast={cast} phrase={momentSentence(words, moment)} />
          </p>
        </>
      )}
    </div>
  )
})

/** Two lines high, or four on a phone, five on the smallest, whatever it says: a step moves nothing. */
const BOX =
  'mt-1.5 grid h-24 content-start gap-x-2 gap-y-0.5 overflow-y-auto rounded-lg bg-cut px-3 py-1.5 text-sm leading-5 @max-[20rem]/take:h-30 @min-[32rem]/take:h-13 @min-[32rem]/take:grid-cols-[auto_minmax(0,1fr)]'
