import './kinds/all'
import type { Locale } from '@/lib/locale'
import type { Run } from '@/lib/run'
import { plain } from '@/lib/words/phrase'
import { words } from '@/lib/words/words'
import { castOf } from './cast'
import { headlineSentence, MARKS } from './telling/verdict-line'

/** The verdict of a run in a sentence or two, where nothing can be set apart. */
export function verdictText(locale: Locale, run: Run): string {
  const cast = castOf(words(locale).demo, run.scenario)
  return plain(headlineSentence(cast.words, run.film.headline))
}

/** The sign that stands before the verdict of a run. */
export function verdictMark({ film: { headline } }: Run): string {
  return MARKS.of(headline)[0]
}
