import type { ReactNode } from 'react'
import { hostPath } from '@/lib/site'
import { fontVariables } from './fonts'
import { islandFile } from './islands'
import { ThemeScript } from './theme-script'

/** The outermost elements of every page. */
export function Document({ lang, children }: { lang: string; children: ReactNode }) {
  return (
    // The theme script writes to this element before React reads it.
    <html lang={lang} className={fontVariables} suppressHydrationWarning>
      {/* biome-ignore lint/style/noHeadElement: the App Router's root layout writes it */}
      <head>
        <ThemeScript />
        <script type="module" src={hostPath(`/islands/${islandFile('page')}`)} />
      </head>
      <body>{children}</body>
    </html>
  )
}
