import type { ReactNode } from 'react'
import type { Locale } from '@/lib/words/locale'
import { words } from '@/lib/words/words'
import { HeadingLink } from './heading-link'

/** A heading with a link to itself beside it, not inside, so that the heading's name stays its text. */
export function SectionHeading(props: { as: 'h2' | 'h3'; id?: string; locale: Locale; children?: ReactNode }) {
  const { as: Heading, id, locale, children } = props
  const { site } = words(locale)
  return (
    <div className="heading">
      <Heading id={id}>{children}</Heading>
      {id && <HeadingLink id={id} label={site.linkTo(textOf(children))} copied={site.linkCopied} />}
    </div>
  )
}

function textOf(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node)
  if (Array.isArray(node)) return node.map(textOf).join('')
  if (node && typeof node === 'object' && 'props' in node) return textOf((node.props as { children?: ReactNode }).children)
  return ''
}
