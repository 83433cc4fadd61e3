import type { ReactNode } from 'react'
import { InlineCode } from '@/components/code/inline-code'
import { GLOSSARY } from '@/lib/content/addresses'
import { isTermId, type TermId } from '@/lib/content/terms'
import { hostPath, pagePath } from '@/lib/site'
import { words } from '@/lib/words/words'
import type { InLocale } from './bound'

export interface TermProps {
  readonly id: TermId
  /** The word as the sentence has it; the term’s name unless given. */
  readonly children?: ReactNode
}

/**
 * It opens where it stands, below its line, and is drawn over what follows. A pointer, the keyboard and a finger open it alike, and no
 * script is needed; where there is one, Escape closes it.
 */
const TIP = [
  'absolute z-10 hidden max-w-[min(24rem,100vw-2.5rem)] rounded-lg border border-edge bg-panel px-4 py-3 text-sm leading-normal font-normal',
  'group-focus-within/term:block group-hover/term:block group-data-closed/term:hidden! print:hidden!',
].join(' ')

/** A term of the glossary, which explains itself on hover, focus and touch. */
export function Term({ id, locale, children }: TermProps & InLocale) {
  if (!isTermId(id)) throw new Error(`<Term id="${id}">: the glossary has no such term`)
  const { entries, title } = words(locale).glossary
  const { name, text } = entries[id]
  return (
    <span className="group/term" data-term="">
      <button
        type="button"
        className="cursor-help underline decoration-edge decoration-dotted underline-offset-[0.2em]"
        aria-describedby={`term-${id}`}
      >
        {children ?? name}
      </button>
      <span id={`term-${id}`} className={TIP}>
        <InlineCode text={text} /> <a href={`${hostPath(pagePath(locale, GLOSSARY))}#${id}`}>{title}</a>
      </span>
    </span>
  )
}
