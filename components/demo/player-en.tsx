'use client'

import { demo } from '@/lib/words/en/demo'
import { Player, type PlayerProps } from './player'

export function PlayerEn(props: Omit<PlayerProps, 'words'>) {
  return <Player {...props} words={demo} />
}
