import type { Metadata, Viewport } from 'next'
import { CARD_SIZE, pageCard } from '@/lib/cards'
import type { Tag } from '@/lib/content/tags'
import { listed } from '@/lib/listed'
import { DEFAULT_LOCALE, LOCALES, type Locale } from '@/lib/locale'
import { absolute, pagePath, site } from '@/lib/site'
import { FEED_FORMATS, feedPath } from './feed'

/** The languages as Open Graph writes them, with a country. */
const OPEN_GRAPH_LOCALES: Readonly<Record<Locale, string>> = { en: 'en_US', 'zh-CN': 'zh_CN' }

/** What every page has in common. */
export const siteMetadata: Metadata = {
  metadataBase: new URL(site.address),
  formatDetection: { telephone: false, email: false, address: false },
  robots: listed ? null : { index: false, follow: false },
}

export const siteViewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fcfbf8' },
    { media: '(prefers-color-scheme: dark)', color: '#14161a' },
  ],
}

interface PageOf {
  readonly locale: Locale
  /** None at home. */
  readonly slug?: string
  readonly title: string
  readonly description: string
  /** Of an article. */
  readonly dates?: { readonly published: string; readonly updated: string }
  /** That of the articles about something, of a page about it; else that of all. */
  readonly feed?: { readonly tag: Tag }
}

/** Title, description, canonical address and alternates of the page that each language has at `slug`. */
export function pageMetadata(page: PageOf): Metadata {
  const { locale, slug, description, dates, feed } = page
  const title = slug ? `${page.title} · ${site.name}` : `${site.name} · ${page.title}`
  const languages = Object.fromEntries(LOCALES.map((other) => [other, absolute(pagePath(other, slug))]))
  const url = absolute(pagePath(locale, slug))
  return {
    title,
    description,
    alternates: {
      canonical: url,
      languages: { ...languages, 'x-default': absolute(pagePath(DEFAULT_LOCALE, slug)) },
      types: { [FEED_FORMATS.atom.type]: absolute(feedPath(locale, feed?.tag ?? null, 'atom')) },
    },
    openGraph: {
      title: page.title,
      description,
      url,
      siteName: site.name,
      locale: OPEN_GRAPH_LOCALES[locale],
      alternateLocale: LOCALES.filter((other) => other !== locale).map((other) => OPEN_GRAPH_LOCALES[other]),
      ...(dates === undefined
        ? { type: 'website' }
        : { type: 'article', publishedTime: dates.published.slice(0, 10), modifiedTime: dates.updated.slice(0, 10) }),
      images: [{ ...CARD_SIZE, url: absolute(pageCard(locale, slug)) }],
    },
  }
}
