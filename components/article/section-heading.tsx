import type { ReactNode } from 'react'
import type { Locale } from '@/lib/locale'
import { words } from '@/lib/words/words'
import { HeadingLink } from './heading-link'
import { textOf } from './text-of'

const SIZE = { h2: 'text-2xl', h3: 'text-lg' } as const

/** A heading with a link to itself beside it, not inside, so that the heading's name stays its text. */
export function SectionHeading(props: { as: keyof typeof SIZE; id?: string; locale: Locale; children?: ReactNode }) {
  const { as: Heading, id, locale, children } = props
  const { site } = words(locale)
  return (
    <div className="group/heading mt-13 flex items-baseline gap-2 break-after-avoid [&+*]:mt-[0.6em]">
      <Heading id={id} className={`[&_code]:text-[0.92em] ${SIZE[Heading]}`}>
        {children}
      </Heading>
      {id && <HeadingLink id={id} label={site.linkTo(innerQuotes(textOf(children)))} />}
    </div>
  )
}

/** What stands inside of quotation marks has the inner ones. */
function innerQuotes(text: string): string {
  return text.replaceAll('“', '‘').replaceAll('”', '’')
}
