'use client'

import { usePathname } from 'next/navigation'
import { LANGUAGE_NAMES, LOCALES, type Locale } from '@/lib/locale'
import { hostPath } from '@/lib/site'
import { useReadingPlace } from './reading-place'

/** Links to the same page in each other language, at the heading being read. A plain link: `lang` changes with the document. */
export function LanguageSwitch({ locale }: { locale: Locale }) {
  const pathname = usePathname()
  const place = useReadingPlace()
  return LOCALES.filter((other) => other !== locale).map((other) => (
    <a
      key={other}
      href={hostPath(pathname.replace(`/${locale}/`, `/${other}/`)) + (place && `#${place}`)}
      hrefLang={other}
      lang={other}
      className="quiet-link"
    >
      {LANGUAGE_NAMES[other]}
    </a>
  ))
}
