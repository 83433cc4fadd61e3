import { useEffect, useRef, useState } from 'preact/hooks'
import type { Picture } from '@/lib/reading/film/film'
import { momentAt } from '@/lib/reading/story/moment'
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
  const named = (sentence: string, index: number): string => {
    const name = names[index]
    return name === undefined ? sentence : words.player.ofRun(name, sentence)
  }
  const sayNews = (news: readonly (string | null)[]): void => {
    const sentences = news.flatMap((sentence, index) => (sentence === null ? [] : [named(sentence, index)]))
    setSaid(sentences.join(words.alternative.space))
  }
  useNews(
    pictures.map((picture) => (moved ? momentSaid(words, picture) : '')),
    sayNews,
  )
  useNews(
    pictures.map(({ headline }) => plain(headlineSentence(words, headline))),
    sayNews,
  )
  useEffect(() => {
    if (sameOutcome) setSaid(words.player.seed(seed, true))
  }, [sameOutcome, seed, words])
  return said
}

function momentSaid(words: DemoWords, { moments, at }: Picture): string {
  const moment = moments[momentAt(moments, at)]
  return moment ? plain(momentSentence(words, moment)) : ''
}

/** Tells of some sentences, one a run, those that are not as they last were; null stands for the others. */
function useNews(sentences: readonly string[], tell: (news: readonly (string | null)[]) => void): void {
  const last = useRef(sentences)
  useEffect(() => {
    const news = sentences.map((sentence, index) => (sentence === '' || sentence === last.current[index] ? null : sentence))
    last.current = sentences
    if (news.some((sentence) => sentence !== null)) tell(news)
  })
}
