/** @jsxImportSource preact */
import type { Film } from '@/lib/reading/film/film'
import type { Words } from '@/lib/words/words'
import type { Cast } from '../demo/cast'
import { PhraseText } from '../demo/telling/phrase-text'
import { momentSentence } from '../demo/telling/storyboard'

interface Props {
  readonly words: Words['embed']
  readonly title: string
  /** What is said where the script did not come, or gave up. */
  readonly failed: string
  /** Path of the picture of the decisive instant. */
  readonly picture: string
  readonly verdicts: readonly string[]
  readonly told: readonly { readonly film: Film; readonly cast: Cast }[]
}

/** What is shown of a run where no script runs, or none came: how it ended and its moments. */
export function Still({ words, title, failed, picture, verdicts, told }: Props) {
  return (
    <section class="hidden pb-3 in-data-[state=failed]:block no-js:block" data-part="still">
      <p class="mb-2 hidden text-sm text-soft in-data-[state=failed]:block" role="status" data-part="failed">
        {failed}
      </p>
      <p class="font-semibold">{title}</p>
      {/* Out of sight it is not fetched. */}
      {/* biome-ignore lint/performance/noImgElement: no Next is in play */}
      <img class="my-2 w-full" src={picture} alt={verdicts.join(' ')} loading="lazy" width="720" height="480" />
      {told.map(({ film: { moments }, cast }, index) => (
        <div key={verdicts[index]} class="mt-1.5">
          <p>{verdicts[index]}</p>
          <ol class="mt-1.5 grid gap-1 text-sm" aria-label={words.told}>
            {moments.map((moment) => (
              <li key={moment.index} class="flex gap-2">
                <span class="flex-none text-soft tabular-nums">{cast.words.instant(moment.at)}</span>
                <span>
                  <PhraseText cast={cast} phrase={momentSentence(cast.words, moment)} />
                </span>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  )
}
