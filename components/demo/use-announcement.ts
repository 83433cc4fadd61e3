import { useEffect, useRef, useState } from 'react'
import { momentAt } from '@/lib/sim/views/moment'
import { plain } from '@/lib/words/phrase'
import type { DemoWords } from './cast'
import { momentSentence } from './storyboard'
import type { Player } from './use-player'
import { headlineSentence } from './verdict-line'

/** What a reader who cannot see it is told: each moment the cursor comes to, and each new verdict; not each frame. */
export function useAnnouncement({ state, pictures }: Player, words: DemoWords): string {
  const [said, setSaid] = useState('')
  const { moved, films } = state
  const picture = pictures.at(-1)
  const moment = picture?.moments[momentAt(picture.moments, picture.at)]
  const sentence = moved && moment ? plain(momentSentence(words, moment)) : ''
  const verdict = pictures.map(({ headline }) => plain(headlineSentence(words, headline))).join(' ')
  const lastVerdict = useRef(verdict)
  useEffect(() => {
    if (sentence !== '') setSaid(sentence)
  }, [sentence])
  useEffect(() => {
    if (films && verdict !== lastVerdict.current) setSaid(verdict)
    lastVerdict.current = verdict
  }, [films, verdict])
  return said
}
