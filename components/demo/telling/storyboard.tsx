/** @jsxImportSource preact */
import type { Moment, MomentCode, NumberedMoment } from '@/lib/reading/story/moment'
import type { Phrase } from '@/lib/words/phrase'
import type { Cast, DemoWords } from '../cast'
import { PhraseText } from './phrase-text'

/** The sentence of a moment. */
export function momentSentence(words: DemoWords, moment: Moment): Phrase {
  // Each code has a sentence for exactly its own record, which TypeScript cannot follow through the lookup.
  const sentence = words.moments[moment.code] as (moment: Moment) => Phrase
  return sentence(moment)
}

interface Props {
  readonly cast: Cast
  readonly moments: readonly NumberedMoment[]
  readonly current: number
  readonly onChoose: (moment: Moment) => void
}

/** The decisive moments in words, numbered as on the axis; choosing one moves the cursor there. */
export function Storyboard({ cast, moments, current, onChoose }: Props) {
  const { words } = cast
  return (
    <ol class="demo-story" aria-label={words.player.storyboard}>
      {moments.map((moment, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the button is for keys; its press comes up to here like that of the pointer
        <li
          key={`${moment.code satisfies MomentCode} ${moment.index}`}
          aria-current={index === current ? 'step' : undefined}
          onClick={() => onChoose(moment)}
        >
          <div class="demo-story-when">
            <span class="demo-story-number" aria-hidden="true">
              {moment.number}
            </span>
            <span class="demo-story-time">{words.seconds(moment.at)}</span>
            <button type="button" class="demo-live" aria-label={words.player.goTo(moment.number, moment.at)} />
          </div>
          <p>
            <PhraseText cast={cast} phrase={momentSentence(words, moment)} />
          </p>
        </li>
      ))}
    </ol>
  )
}
