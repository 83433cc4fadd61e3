import type { Locale } from './locale'

/** The card of a page, within the site: what is shown where its link is pasted. `slug`: none at home. */
export function pageCard(locale: Locale, slug: string | undefined): string {
  return `/cards/${locale}/${slug ?? 'home'}.png`
}

/** The card of a demo. `id`: that of its figure, the same on every page: `demo-split-brain`. */
export function demoCard(locale: Locale, id: string): string {
  return `/cards/${locale}/${id}.png`
}

export const CARD_SIZE = { width: 1200, height: 630 } as const
