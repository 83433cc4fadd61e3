import { GLOSSARY } from '@/lib/content/addresses'
import { termGroups, termsOf } from '@/lib/content/terms'
import type { Locale } from '@/lib/locale'
import { absolute, pagePath } from '@/lib/site'
import { words } from '@/lib/words/words'
import { breadcrumbs } from './breadcrumbs'
import type { Thing } from './thing'

/** The glossary as a set of terms, each at its own address. */
export function glossaryThings(locale: Locale): readonly Thing[] {
  const { title, description, entries } = words(locale).glossary
  const url = absolute(pagePath(locale, GLOSSARY))
  const terms = termGroups.flatMap(termsOf).map(({ id }) => ({
    '@type': 'DefinedTerm',
    name: entries[id].name,
    description: entries[id].text.replaceAll('`', ''),
    url: `${url}#${id}`,
  }))
  return [
    { '@type': 'DefinedTermSet', name: title, description, inLanguage: locale, url, hasDefinedTerm: terms },
    breadcrumbs(locale, [{ name: title }]),
  ]
}
