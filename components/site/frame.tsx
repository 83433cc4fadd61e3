import type { ReactNode } from 'react'
import type { Locale } from '@/lib/locale'
import { Column } from './column'
import { Footer } from './footer'
import { Header } from './header'

interface Props {
  readonly locale: Locale
  /** The page's own, the same in every language; none at home. */
  readonly slug?: string
  readonly children: ReactNode
}

/** What stands around the text of a page in one language. */
export function Frame({ locale, slug, children }: Props) {
  return (
    <>
      <Header locale={locale} slug={slug} />
      <Column as="main" id="text" tabIndex={-1}>
        {children}
      </Column>
      <Footer locale={locale} slug={slug} />
    </>
  )
}
