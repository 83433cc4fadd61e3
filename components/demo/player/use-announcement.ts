import { useEffect, useRef, useState } from 'preact/hooks'
import type { Picture } from '@/lib/reading/film/film'
import { type Moment, momentAt } from '@/lib/reading/story/moment'
import { plain } from '@/lib/words/phrase'
import type { DemoWords } from '../cast'
import { momentSentence } from '../telling/storyboard'
import { headlineSentence } from '../telling/verdict-line'
import { seedOf } from './player-state'
import type { Player } from './use-player'

/**
 * What a reader who cannot see it is told: each moment the cursor comes to, each new verdict, and that another seed came to the same;
 * not each frame. Of a comparison only the runs in which something is new, each under its name.
 */
export function useAnnouncement({ state, pictures }: Player, names: readonly string[], words: DemoWords): string {
  const [said, setSaid] = useState('')
  const { moved, sameOutcome, films } = state
  const seed = seedOf(films)
  const tell = (sentences: readonly (string | null)[]): void => {
    const named = sentences.flatMap((sentence, index) => {
      const name = names[index]
      if (sentence === null) return []
      return [name === undefined ? sentence : words.player.ofRun(name, sentence)]
    })
    setSaid(named.join(words.alternative.space))
  }
  useNews(
    pictures.map((picture) => (moved ? momentOf(picture) : undefined)),
    (moment) => plain(momentSentence(words, moment)),
    tell,
  )
  useNews(
    pictures.map(({ headline }) => headline),
    (headline) => plain(headlineSentence(words, headline)),
    tell,
  )
  useEffect(() => {
    if (sameOutcome) setSaid(words.player.seed(seed, true))
  }, [sameOutcome, seed, words])
  return said
}

function momentOf({ moments, at }: Picture): Moment | undefined {
  return moments[momentAt(moments, at)]
}

/** Tells, after the paint, of some things, one a run, those of which there is more to say than there was; null stands for the others. */
function useNews<T extends object>(
  things: readonly (T | undefined)[],
  sentence: (thing: T) => string,
  tell: (news: readonly (string | null)[]) => void,
): void {
  const last = useRef(things)
  useEffect(() => {
    const before = last.current
    last.current = things
    if (things.every((thing, index) => thing === before[index])) return
    const news = things.map((thing, index) => {
      const was = before[index]
      const says = thing === undefined || thing === was ? null : sentence(thing)
      return was !== undefined && says === sentence(was) ? null : says
    })
    if (news.some((says) => says !== null)) tell(news)
  })
}
