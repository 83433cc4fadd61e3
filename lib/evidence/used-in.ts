import { allArticles } from 'contentlayer/generated'
import type { Locale } from '@/lib/locale'
import { sectionOfDemo } from './sections'

/** A demo of a scenario in an article; `section` is the id of the heading it stands under, empty above the first. */
export interface Use {
  readonly slug: string
  readonly title: string
  readonly section: string
}

/** Where the demos of a language show a scenario: the first place in each article, in reading order. */
export function usesOf(locale: Locale, name: string): readonly Use[] {
  return allArticles
    .filter((article) => article.locale === locale)
    .sort((a, b) => a.order - b.order)
    .flatMap(({ slug, title, body }) => {
      const section = sectionOfDemo(body.raw, name)
      return section === null ? [] : [{ slug, title, section }]
    })
}
