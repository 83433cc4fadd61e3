import type { Locale } from '@/lib/locale'
import { absolute, pagePath, site } from '@/lib/site'
import { words } from '@/lib/words/words'
import type { Thing } from './thing'

/** The site, as the home page of a language tells it. */
export function siteThings(locale: Locale): readonly Thing[] {
  const { tagline, description } = words(locale).site
  const url = absolute(pagePath(locale))
  return [{ '@type': 'WebSite', name: site.name, alternateName: tagline, description, inLanguage: locale, url }]
}
