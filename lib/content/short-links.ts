/** Short links by their ids: `/l/wait/` leads to `wait/` in the reader's language. They are published, so none is ever taken out. */
export type ShortLinks = Readonly<Record<string, string>>

/** Where short links stand, beside the languages. */
export const SHORT_LINKS = 'l'

/** An article, and the named scenarios that its demos show. */
export interface Linkable {
  readonly slug: string
  readonly demos: readonly string[]
}

/** The path of a short link within the site: `/l/wait/`. The id of an article is its slug, that of a demo the id of its figure. */
export function shortPath(id: string): string {
  return `/${SHORT_LINKS}/${id}/`
}

/**
 * The short links with all that lack one: every article, and every named demo, which leads to the article that bears its name, else to the
 * first that shows it. What a link leads to already it goes on leading to. In alphabetical order.
 */
export function extendedShortLinks(known: ShortLinks, articles: readonly Linkable[]): ShortLinks {
  const pages = articles.map(({ slug }) => [slug, `${slug}/`] as const)
  const shown = articles.flatMap(({ slug, demos }) => demos.map((name) => ({ slug, name })))
  const demos = shown.map(({ name }) => {
    const places = shown.filter((other) => other.name === name)
    const { slug } = places.find((place) => place.slug === name) ?? places[0] ?? { slug: '' }
    return [`demo-${name}`, `${slug}/#demo-${name}`] as const
  })
  const all = { ...Object.fromEntries([...pages, ...demos]), ...known }
  return Object.fromEntries(Object.entries(all).toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
