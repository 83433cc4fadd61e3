// Every sentence and every word of a demo with MySQL, in each language, by scenarios that the lab has carried out.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/lib/locale'
import { filmOf, pictureAt } from '@/lib/reading/film/film'
import { runWithWire } from '@/lib/sim/run'
import { parseScenario } from '@/lib/sim/scenario/parse'
import { plain } from '@/lib/words/phrase'
import { words as catalogue } from '@/lib/words/words'
import { castOf } from '../cast'
import { stageAlternative, timelineAlternative } from '../telling/alternative'
import { momentSentence } from '../telling/storyboard'
import { headlineSentence } from '../telling/verdict-line'
import './all'

const folder = join(import.meta.dirname, '../../../lab/scenarios')
const files = readdirSync(folder).filter((name) => name.startsWith('semisync-'))
const films = new Map(
  files.map((file) => [file, filmOf(runWithWire(parseScenario(JSON.parse(readFileSync(join(folder, file), 'utf8')))))]),
)

const BROKEN = /undefined|null|NaN|\[object|\$\{|Infinity/
/** Chinese has a space between Han and Latin or digits, and none between Han and Han or beside its own punctuation. */
const CRAMPED = /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}|\p{Script=Han} \p{Script=Han}|[，。：；、] | [，。：；、]/u
/** What only Redis has, or calls so. */
const OF_REDIS = {
  en: /\bprimary\b|\bgate\b|\bWAIT\b|redis\.conf/,
  'zh-CN': /主节点|从节点|闸门|WAIT|redis\.conf/,
} as const
const NONE = { safe: 0, risk: 0, lost: 0, unanswered: 0, refused: 0, 'no-connection': 0 }

describe.each(LOCALES)('the demos with MySQL in %s', (locale) => {
  it.each(files)('say whole sentences, and none of Redis, of %s', (file) => {
    const film = films.get(file)
    if (film === undefined) throw new Error('no film')
    const { words } = castOf(catalogue(locale).demo, film.run.scenario)
    const stages = Array.from({ length: 30 }, (_, step) =>
      stageAlternative(
        words,
        pictureAt(film, Math.round((film.lanes.end * step) / 29), { shownFor: 350_000, known: true, followed: null }),
      ),
    )
    const sentences = [
      plain(headlineSentence(words, film.headline)),
      ...film.found.map((moment) => plain(momentSentence(words, moment))),
      timelineAlternative(words, film.lanes, NONE),
      ...stages,
    ]
    for (const sentence of sentences) {
      expect(sentence).not.toBe('')
      expect(sentence).not.toMatch(BROKEN)
      expect(sentence).not.toMatch(/ {2}/)
      expect(sentence).not.toMatch(OF_REDIS[locale])
      if (locale === 'zh-CN') expect(sentence).not.toMatch(CRAMPED)
    }
  })
})
