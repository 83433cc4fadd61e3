import type { Locale } from '@/lib/locale'
import { absolute, pagePath, site } from '@/lib/site'
import type { Thing } from './thing'

/** A step on the way down to a page. */
export interface Crumb {
  readonly name: string
  /** Within its language: `how-we-know/`, `#loss`. The page itself has none. */
  readonly at?: string
}

/** The way from the home page of a language down to a page. */
export function breadcrumbs(locale: Locale, below: readonly Crumb[]): Thing {
  const crumbs: readonly Crumb[] = [{ name: site.name, at: '' }, ...below]
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ name, at }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      ...(at !== undefined && { item: absolute(pagePath(locale)) + at }),
    })),
  }
}
