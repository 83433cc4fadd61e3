import type { ReactNode } from 'react'
import type { Locale } from '@/lib/locale'
import { Prose } from './prose'
import { SectionHeading } from './section-heading'

/** One of the sections that end every article, under the same name and id in each. */
export function ClosingSection(props: { id: 'versions' | 'sources'; title: string; locale: Locale; children?: ReactNode }) {
  const { id, title, locale, children } = props
  return (
    <Prose as="section" className="text-md [:where(&>:first-child)]:mb-3">
      <SectionHeading as="h2" id={id} locale={locale}>
        {title}
      </SectionHeading>
      {children}
    </Prose>
  )
}
