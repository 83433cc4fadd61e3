import type { Metadata } from 'next'
import { BothLanguages } from '@/components/site/both-languages'
import { ForwardScript } from '@/components/site/forward-script'
import { pageMetadata } from '@/components/site/metadata'
import { DEFAULT_LOCALE } from '@/lib/locale'
import { words } from '@/lib/words/words'

const { tagline, description } = words(DEFAULT_LOCALE).site

// The same alternates and canonical address as the home page in the default language, which this page stands in for.
export const metadata: Metadata = pageMetadata({ locale: DEFAULT_LOCALE, title: tagline, description })

/** The front door: forwards to the reader's language; without JavaScript it offers them all. */
export default function FrontDoor() {
  return (
    <BothLanguages
      entry={(locale) => ({ title: words(locale).site.tagline, link: words(locale).site.toHome })}
      header={null}
      script={<ForwardScript />}
    />
  )
}
