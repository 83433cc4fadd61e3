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

const CODE = 'overflow-x-auto px-4.5 pt-3 pb-[0.9rem] leading-[1.7]'

/** With a name the head stands over the code. */
const NAMED = { box: '', head: 'min-h-9 border-b border-line', code: 'whitespace-pre print:whitespace-pre-wrap' }

/** Without one it is only its button, beside the code. Such a rule or message is read, not pasted: it wraps rather than be cut off. */
const BARE = {
  box: 'grid grid-cols-[minmax(0,1fr)_auto]',
  head: 'order-1 min-h-[3.05rem] self-start',
  code: 'wrap-anywhere whitespace-pre-wrap',
}

/** Files in which a line that begins with # says nothing: copied, they begin with where they come from. */
const FILES = /^(redis|sentinel)\.conf$|^my\.cnf$/

/** The frame of a piece of code: its name, a copy button, and the code, which keeps its lines and scrolls sideways. */
export function Snippet({ locale, title, name, code, children }: Props) {
  const { copy } = words(locale).site
  const looks = title ? NAMED : BARE
  return (
    <div
      className={`rounded-xl border border-line bg-panel text-md print:break-inside-avoid ${looks.box}`}
      data-snippet={name !== null && FILES.test(name) ? 'file' : ''}
    >
      <div className={`mx-4.5 flex items-center justify-between text-xs text-soft ${looks.head}`}>
        <span>{title}</span>
        <CopyButton copy={copy} what={snippetName(name, code)} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable with the keyboard */}
      <pre className={`${CODE} ${looks.code}`} tabIndex={0} translate="no">
        {children}
      </pre>
    </div>
  )
}
