import type { ReactNode } from 'react'
import { listed } from '@/lib/listed'
import type { Locale } from '@/lib/locale'
import { absolute, hostPath, pagePath, site } from '@/lib/site'
import { Column } from './column'
import { Logo } from './logo'
import { ThemeScript } from './theme-script'

export interface Redirect {
  /** Of the page at the old address. */
  readonly locale: Locale
  /** What stands at the new one. */
  readonly title: string
  /** The page within its language, and the place on it, `#cost`, or nothing. */
  readonly page: string
  readonly place: string
}

interface Props extends Redirect {
  /** Files of the site: `/_next/static/chunks/a.css`. */
  readonly styles: readonly string[]
  /** Leaves the page as soon as it is read. */
  readonly script: ReactNode
  /** Where a reader without scripts is sent by himself. */
  readonly refresh?: string
  readonly children: ReactNode
}

/** A page that stands where nothing is any more, or at a short link: it leads on, and says where to. */
export function RedirectPage({ locale, title, page, place, styles, script, refresh, children }: Props) {
  const canonical = absolute(pagePath(locale, page.replace(/\/$/, '')))
  return (
    <html lang={locale}>
      {/* biome-ignore lint/style/noHeadElement: this page is no page of Next's */}
      <head>
        <meta charSet="utf-8" />
        {script}
        <ThemeScript />
        {refresh !== undefined && (
          <noscript>
            <meta httpEquiv="refresh" content={`0; url=${refresh}`} />
          </noscript>
        )}
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {styles.map((file) => (
          <link key={file} rel="stylesheet" href={hostPath(file)} />
        ))}
        <title>{`${title} · ${site.name}`}</title>
        {!listed && <meta name="robots" content="noindex, nofollow" />}
        <link rel="canonical" href={canonical} />
        <meta property="og:title" content={title} />
        <meta property="og:url" content={`${canonical}${place}`} />
        <meta property="og:site_name" content={site.name} />
        <link rel="icon" href={hostPath('/icon.svg')} type="image/svg+xml" />
      </head>
      <body>
        <Column as="main" id="text" className="grid min-h-svh content-center gap-10 py-12">
          <p className="text-ink">
            <Logo />
          </p>
          {children}
        </Column>
      </body>
    </html>
  )
}

interface LeadProps {
  readonly locale: Locale
  readonly title: string
  readonly text?: string
  readonly link: string
  readonly href: string
  readonly as: 'h1' | 'h2'
}

/** What is said of a new address in one language, with a link to it. */
export function Lead({ locale, title, text, link, href, as: Title }: LeadProps) {
  return (
    <section lang={locale} className="max-w-measure border-t border-line pt-8">
      <Title className="text-[1.75rem]">{title}</Title>
      {text && <p className="mt-2 text-soft">{text}</p>}
      <p className="mt-2 text-soft">
        <a href={href} hrefLang={locale}>
          {link} →
        </a>
      </p>
    </section>
  )
}
