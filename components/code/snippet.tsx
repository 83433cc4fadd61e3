import type { ReactNode } from 'react'
import type { Locale } from '@/lib/locale'
import { words } from '@/lib/words/words'
import { CopyButton } from './copy-button'
import { snippetName } from './snippet-name'

interface Props {
  readonly locale: Locale
  /** What is shown over the code; null: nothing. */
  readonly title: ReactNode
  /** Its language or file, for the name of its button. */
  readonly name: string | null
  /** Its lines, for the same. */
  readonly code: readonly string[]
  readonly children: ReactNode
}

/** The frame of a piece of code: its name, a copy button, and the code, which keeps its lines and scrolls sideways. */
export function Snippet({ locale, title, name, code, children }: Props) {
  const { copy, copied, copyFailed } = words(locale).site
  return (
    <div className={title ? 'snippet' : 'snippet snippet-bare'}>
      <div className="snippet-head">
        <span>{title}</span>
        <CopyButton copy={copy} what={snippetName(name, code)} copied={copied} failed={copyFailed} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable with the keyboard */}
      <pre tabIndex={0} translate="no">
        {children}
      </pre>
    </div>
  )
}
