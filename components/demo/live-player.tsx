'use client'

import dynamic from 'next/dynamic'
import type { ComponentType } from 'react'
import type { Locale } from '@/lib/locale'
import { DemoBoundary } from './demo-boundary'
import type { PlayerProps } from './player'

type Props = Omit<PlayerProps, 'words'>

// A page loads the words of its own language only, so each language is a file of its own.
const PLAYERS: Readonly<Record<Locale, ComponentType<Props>>> = {
  en: dynamic(() => import('./player-en').then(({ PlayerEn }) => PlayerEn)),
  'zh-CN': dynamic(() => import('./player-zh-cn').then(({ PlayerZhCn }) => PlayerZhCn)),
}

/** A demo in the language of its page; where it breaks, the figure it was built with stays. `broken`: what is said then. */
export function LivePlayer({ broken, ...props }: Props & { readonly broken: string }) {
  const Player = PLAYERS[props.locale]
  return (
    <DemoBoundary figureId={props.id} notice={broken}>
      <Player {...props} />
    </DemoBoundary>
  )
}
