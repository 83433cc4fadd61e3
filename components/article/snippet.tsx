import type { ReactNode } from 'react'
import type { Locale } from '@/lib/words/locale'
import { words } from '@/lib/words/words'
import { CopyButton } from './copy-button'

/** The frame of a piece of code: its name, a copy button, and the code, which keeps its lines and scrolls sideways. */
export function Snippet({ locale, title, children }: { locale: Locale; title: ReactNode; children: ReactNode }) {
  const { copy, copied, copyFailed } = words(locale).site
  return (
    <div className={title ? 'snippet' : 'snippet snippet-bare'}>
      <div className="snippet-head">
        <span>{title}</span>
        <CopyButton copy={copy} copied={copied} failed={copyFailed} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable with the keyboard */}
      <pre tabIndex={0} translate="no">
        {children}
      </pre>
    </div>
  )
}
