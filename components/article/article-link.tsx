import type { ReactNode } from 'react'
import type { Locale } from '@/lib/locale'
import { textOf } from './text-of'

/** English words, and nothing of another script: a title or a quotation in its own language. */
const ENGLISH = /^[\u0020-\u024f\u2010-\u2026]*[a-z] [a-z][\u0020-\u024f\u2010-\u2026]*$/i

/** On paper the address of another site follows the words. */
const PRINTED =
  "print:after:text-[0.85em] print:after:wrap-anywhere print:after:text-soft print:after:content-['_('_attr(href)_')']"

/** A link of an article. Where its words are English in a page that is not, it says so. */
export function ArticleLink({ locale, href, children }: { locale: Locale; href?: string; children?: ReactNode }) {
  const foreign = locale !== 'en' && ENGLISH.test(textOf(children))
  return (
    <a href={href} className={href?.startsWith('http') ? PRINTED : undefined} lang={foreign ? 'en' : undefined}>
      {children}
    </a>
  )
}
