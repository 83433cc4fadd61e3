import type { ReactNode } from 'react'
import { LOCALES, type Locale } from '@/lib/locale'
import { hostPath, pagePath } from '@/lib/site'
import { Column } from './column'
import { Logo } from './logo'

interface Entry {
  title: string
  text?: string
  link: string
}

interface Props {
  readonly entry: (locale: Locale) => Entry
  /** What else is said in each language. */
  readonly more?: (locale: Locale) => ReactNode
  /** Stands at the top; null: the name of the site above the text. */
  readonly header: ReactNode
  readonly script: ReactNode
}

/** A page for readers whose language is not known yet: each language says the same, and links to its home page. */
export function BothLanguages({ entry, more, header, script }: Props) {
  return (
    <div className="grid min-h-svh grid-cols-1 grid-rows-[auto_1fr]">
      {header}
      <Column as="main" id="text" tabIndex={-1} className="row-start-2 grid content-center gap-10 py-12">
        {header === null && (
          <p className="text-ink">
            <Logo />
          </p>
        )}
        {LOCALES.map((locale, index) => {
          const { title, text, link } = entry(locale)
          const Title = index === 0 ? 'h1' : 'h2'
          return (
            <section key={locale} lang={locale} className="max-w-measure border-t border-line pt-8">
              <Title className="text-[1.75rem]">{title}</Title>
              {text && <p className="mt-2 text-soft">{text}</p>}
              <p className="mt-2 text-soft">
                <a href={hostPath(pagePath(locale))} hrefLang={locale}>
                  {link} →
                </a>
              </p>
              {more?.(locale)}
            </section>
          )
        })}
      </Column>
      {script}
    </div>
  )
}
