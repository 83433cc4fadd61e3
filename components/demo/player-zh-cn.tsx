'use client'

import { demo } from '@/lib/words/zh-CN/demo'
import { Player, type PlayerProps } from './player'

export function PlayerZhCn(props: Omit<PlayerProps, 'words'>) {
  return <Player {...props} words={demo} />
}
