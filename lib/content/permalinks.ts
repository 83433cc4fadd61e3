import type { Locale } from '../locale'
import { type Moved, today } from './moved'

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

/**
 * Those of `permalinks`, addresses that were published once, that lead nowhere in some language any more: `en/wait/#cost`. One of a page that
 * has moved is kept where the site still has a page at the old address, and the place on the page that this leads to.
 */
export function broken(permalinks: readonly string[], pages: readonly BuiltPage[], moved: Moved = {}): readonly string[] {
  const locales = [...new Set(pages.map(({ locale }) => locale))]
  return locales.flatMap((locale) => {
    const built = new Set(pages.filter((page) => page.locale === locale).flatMap(addressesOf))
    const leads = (address: string) => {
      const [page = '', id] = address.split('#')
      const lead = today(page, moved)
      const place = id === undefined || lead.includes('#') ? lead : `${lead}#${id}`
      return built.has(page) && built.has(place)
    }
    return permalinks.filter((address) => !leads(address)).map((address) => `${locale}/${address}`)
  })
}

/** The permalinks with all that the pages have besides, in alphabetical order. None is ever taken out. */
export function extended(permalinks: readonly string[], pages: readonly BuiltPage[]): readonly string[] {
  return [...new Set([...permalinks, ...pages.flatMap(addressesOf)])].toSorted()
}
