/** @jsxImportSource preact */

import type { Moment, MomentCode, NumberedMoment } from '@/lib/reading/story/moment'
import type { Phrase } from '@/lib/words/phrase'
import type { Cast, DemoWords } from '../cast'
import { memo } from '../memo'
import { MomentNumber } from './moment-number'
import { PhraseText } from './phrase-text'

/** The sentence of a moment. */
export function momentSentence(words: DemoWords, moment: Moment): Phrase {
  // Each code has a sentence for exactly its own record, which TypeScript cannot follow through the lookup.
  const sentences: Readonly<Record<string, unknown>> = words.moments
  const sentence = sentences[moment.code] as (moment: Moment) => Phrase
  return sentence(moment)
}

interface Props {
  readonly cast: Cast
  readonly moments: readonly NumberedMoment[]
  readonly current: number
  readonly onSeek: (at: number) => void
}

/** The decisive moments in words, numbered as on the axis; choosing one moves the cursor there. */
export const Storyboard = memo(function Storyboard({ cast, moments, current, onSeek }: Props) {
  const { words } = cast
  return (
    <ol class="grid gap-1" aria-label={words.player.storyboard} data-part="storyboard">
      {moments.map((moment, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the button is for keys; its press comes up to here like that of the pointer
        <li
          key={`${moment.code satisfies MomentCode} ${moment.index}`}
          class={index === current ? `${LINE} bg-cut text-ink` : `${LINE} text-soft hover:text-ink`}
          aria-current={index === current ? 'step' : undefined}
          onClick={() => onSeek(moment.at)}
        >
          {/* The button lies over the number and the time: they stay where there is nothing to press. */}
          <div class="relative flex items-center gap-2 self-start">
            <MomentNumber number={moment.number} current={index === current} />
            <span class="text-xs whitespace-nowrap">{words.instant(moment.at)}</span>
            <button
              type="button"
              class="absolute -inset-1 rounded-md plain:hidden"
              aria-label={words.player.goTo(moment.number, moment.at)}
            />
          </div>
          <p>
            <PhraseText cast={cast} phrase={momentSentence(words, moment)} />
          </p>
        </li>
      ))}
    </ol>
  )
})

/** The whole line can be pressed, not only its number. */
const LINE =
  'grid grid-cols-[5.75rem_minmax(0,1fr)] gap-2 rounded-lg px-2 py-1.5 text-sm leading-normal in-data-alive:cursor-pointer print:break-inside-avoid'
