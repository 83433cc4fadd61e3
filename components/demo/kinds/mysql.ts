// What a demo says of servers of MySQL, where that differs. It comes with the kind itself.
import { hasMysql } from '@/lib/reading/kinds/mysql'
import type { own } from '@/lib/words/en/demo/mysql'
import { type DemoWords, LANGUAGE } from '../cast'
import { SAYS, said } from '../telling/stage-words'

type Own = typeof own

/** What only this kind has to say, by the words of its demos. */
const known = new Map<DemoWords, Own>()

/** Has the demos of a language speak of MySQL. `of`: its words for all others. */
export function speakOfMysql(of: DemoWords, words: DemoWords, own: Own): void {
  known.set(words, own)
  const { wordsFor } = LANGUAGE
  LANGUAGE.wordsFor = (base, scenarios) => (base === of && scenarios.some(hasMysql) ? words : wordsFor(base, scenarios))
}

const { dataOf, standingOf } = SAYS

SAYS.dataOf = (words, picture, host) => {
  const { frame, holdings } = picture
  const unapplied = frame.servers[host]?.mysql?.unapplied ?? 0
  const own = known.get(words)
  // One that lacks more than that says so.
  return own && unapplied > 0 && holdings[host]?.lacks === 0 ? said(own.unapplied(unapplied)) : dataOf(words, picture, host)
}

SAYS.standingOf = (words, picture, host) => {
  const errno = picture.frame.servers[host]?.mysql?.errno ?? null
  const own = known.get(words)
  return own && errno !== null ? said(own.applierStopped(errno)) : standingOf(words, picture, host)
}
