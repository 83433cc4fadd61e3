import type { Metadata } from 'next'
import { AddressLanguageScript } from '@/components/site/address-language-script'
import { BothLanguages } from '@/components/site/both-languages'
import { Document } from '@/components/site/document'
import { Header } from '@/components/site/header'
import { islandFile } from '@/components/site/islands'
import { siteViewport } from '@/components/site/metadata'
import { NearestPages } from '@/components/site/nearest-pages'
import { DEFAULT_LOCALE, LOCALES } from '@/lib/locale'
import { hostPath, site } from '@/lib/site'
import { words } from '@/lib/words/words'
import './globals.css'

export const metadata: Metadata = { title: `404 · ${site.name}`, robots: { index: false } }
export const viewport = siteViewport

export default function NotFound() {
  return (
    <Document lang={DEFAULT_LOCALE}>
      <BothLanguages
        entry={(locale) => {
          const { notFound } = words(locale).site
          return { title: notFound.title, text: notFound.text, link: notFound.home }
        }}
        header={LOCALES.map((locale) => (
          <div key={locale} lang={locale} hidden={locale !== DEFAULT_LOCALE}>
            <Header locale={locale} />
          </div>
        ))}
        more={(locale) => <NearestPages locale={locale} />}
        script={
          <>
            <AddressLanguageScript />
            <script type="module" src={hostPath(`/islands/${islandFile('missing')}`)} />
          </>
        }
      />
    </Document>
  )
}
