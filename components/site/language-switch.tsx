import { LANGUAGE_NAMES, LOCALES, type Locale } from '@/lib/locale'
import { hostPath, pagePath } from '@/lib/site'
import { QuietLink } from './quiet-link'

/** Links to the same page in each other language, at the heading being read. */
export function LanguageSwitch({ locale, slug }: { locale: Locale; slug?: string }) {
  return LOCALES.filter((other) => other !== locale).map((other) => (
    <QuietLink
      key={other}
      href={hostPath(pagePath(other, slug))}
      hrefLang={other}
      lang={other}
      data-same-place=""
      suppressHydrationWarning
    >
      {LANGUAGE_NAMES[other]}
    </QuietLink>
  ))
}
