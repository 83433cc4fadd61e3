import type { ReactNode } from 'react'
import type { Locale } from '@/lib/locale'
import { words } from '@/lib/words/words'
import { HeadingLink } from './heading-link'
import { textOf } from './text-of'

/** A heading with a link to itself beside it, not inside, so that the heading's name stays its text. */
export function SectionHeading(props: { as: 'h2' | 'h3'; id?: string; locale: Locale; children?: ReactNode }) {
  const { as: Heading, id, locale, children } = props
  const { site } = words(locale)
  return (
    <div className="heading">
      <Heading id={id}>{children}</Heading>
      {id && <HeadingLink id={id} label={site.linkTo(innerQuotes(textOf(children)))} copied={site.linkCopied} />}
    </div>
  )
}

/** What stands inside of quotation marks has the inner ones. */
function innerQuotes(text: string): string {
  return text.replaceAll('“', '‘').replaceAll('”', '’')
}
