import type { ReactNode } from 'react'
import { LOCALES, type Locale } from '@/lib/locale'
import { hostPath, pagePath } from '@/lib/site'
import { Logo } from './logo'

interface Entry {
  title: string
  text?: string
  link: string
}

/** A page for readers whose language is not known yet: each language says the same, and links to its home page. */
export function BothLanguages({ entry, script }: { entry: (locale: Locale) => Entry; script?: ReactNode }) {
  return (
    <main id="text" className="both-languages page">
      <p className="text-ink">
        <Logo />
      </p>
      {LOCALES.map((locale, index) => {
        const { title, text, link } = entry(locale)
        const Title = index === 0 ? 'h1' : 'h2'
        return (
          <section key={locale} lang={locale}>
            <Title>{title}</Title>
            {text && <p>{text}</p>}
            <p>
              <a href={hostPath(pagePath(locale))} hrefLang={locale}>
                {link} →
              </a>
            </p>
          </section>
        )
      })}
      {script}
    </main>
  )
}
