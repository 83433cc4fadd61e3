import type { ReactNode } from 'react'
import type { Locale } from '@/lib/locale'
import { SectionHeading } from './section-heading'

/** One of the sections that end every article, under the same name and id in each. */
export function ClosingSection(props: { id: 'versions' | 'sources'; title: string; locale: Locale; children?: ReactNode }) {
  const { id, title, locale, children } = props
  return (
    <section className="closing prose">
      <SectionHeading as="h2" id={id} locale={locale}>
        {title}
      </SectionHeading>
      {children}
    </section>
  )
}
