import type { Locale } from '../locale'

/** A page as the site was built: its language, its path within it (`split-brain/`, home is empty), and its HTML. */
export interface BuiltPage {
  readonly locale: Locale
  readonly path: string
  readonly html: string
}

/** What a link can lead to: sections, entries, figures, and choices that have an address. What else has an id is named by its own page only. */
const PLACE = /<(?:h[1-6]|li|dt|section|figure|a)\b[^>]*?\sid="([^"]+)"/g

/** The addresses of a page within its language, with those of its places: `wait/`, `wait/#cost`. They are the same in every language. */
export function addressesOf({ path, html }: BuiltPage): readonly string[] {
  return [path, ...[...html.matchAll(PLACE)].map(([, id]) => `${path}#${id}`)]
}

/** Those of `permalinks`, addresses that were published once, that some language no longer has: `en/wait/#cost`. */
export function broken(permalinks: readonly string[], pages: readonly BuiltPage[]): readonly string[] {
  const locales = [...new Set(pages.map(({ locale }) => locale))]
  return locales.flatMap((locale) => {
    const built = new Set(pages.filter((page) => page.locale === locale).flatMap(addressesOf))
    return permalinks.filter((address) => !built.has(address)).map((address) => `${locale}/${address}`)
  })
}

/** The permalinks with all that the pages have besides, in alphabetical order. None is ever taken out. */
export function extended(permalinks: readonly string[], pages: readonly BuiltPage[]): readonly string[] {
  return [...new Set([...permalinks, ...pages.flatMap(addressesOf)])].toSorted()
}
