import { describe, expect, it } from 'vitest'
import { type ScenarioName, scenarioFiles } from '@/content/scenarios'
import { namedFilm } from '@/lib/content/scenarios'
import { LOCALES, type Locale } from '@/lib/locale'
import { pictureAt } from '@/lib/reading/film/film'
import { logOf } from '@/lib/reading/lists/log'
import { entryOf } from '@/lib/reading/lists/log-entry'
import { plain } from '@/lib/words/phrase'
import { words as catalogue } from '@/lib/words/words'
import { castOf } from '../cast'
import '../kinds/all'
import { noteSentence } from '../panels/log-panel'
import { stageAlternative, timelineAlternative } from './alternative'
import { momentSentence } from './storyboard'
import { headlineSentence } from './verdict-line'

const names = Object.keys(scenarioFiles) as ScenarioName[]
const cases = LOCALES.flatMap((locale) => names.map((name): [Locale, ScenarioName] => [locale, name]))

/** A sentence that was put together from something missing says so. */
const BROKEN = /undefined|null|NaN|\[object|\$\{|Infinity/
/** Chinese has a space between Han and Latin or digits, and none between Han and Han or beside its own punctuation. */
const CRAMPED = /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}|\p{Script=Han} \p{Script=Han}|[，。：；、] | [，。：；、]/u

function sentencesOf(locale: Locale, name: ScenarioName): string[] {
  const film = namedFilm(name)
  const { words } = castOf(catalogue(locale).demo, film.run.scenario)
  const picture = pictureAt(film, film.decisive, { shownFor: 0, known: false, followed: null })
  const log = logOf(film.run)
  const notes = log.notable.flatMap((index) => {
    const note = entryOf(film.run, log, index)?.note
    return note ? [plain(noteSentence(catalogue(locale).lists, note))] : []
  })
  return [
    plain(headlineSentence(words, film.headline)),
    ...film.moments.map((moment) => plain(momentSentence(words, moment))),
    ...notes,
    timelineAlternative(words, film.lanes, picture.finalTotals),
    stageAlternative(words, picture),
  ]
}

describe('the sentences', () => {
  it.each(cases)('in %s of %s are whole', (locale, name) => {
    for (const sentence of sentencesOf(locale, name)) {
      expect(sentence).not.toBe('')
      expect(sentence).not.toMatch(BROKEN)
      expect(sentence).not.toMatch(/ {2}/)
    }
  })

  it.each(names)('in Chinese of %s are set as Chinese is', (name) => {
    for (const sentence of sentencesOf('zh-CN', name)) expect(sentence).not.toMatch(CRAMPED)
  })
})
