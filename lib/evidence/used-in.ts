import { type Article, allArticles } from 'contentlayer/generated'
import { type ShownScenario, shownIn } from '@/lib/content/article-demos'
import type { Locale } from '@/lib/locale'

/** A demo of a scenario in an article; `section` is the id of the heading it stands under, empty above the first. */
export interface Use {
  readonly slug: string
  readonly title: string
  readonly section: string
}

/** What the demos of each article show. */
const known = new WeakMap<Article, readonly ShownScenario[]>()

/** Where the demos of a language show a scenario: the first place in each article, in reading order. */
export function usesOf(locale: Locale, name: string): readonly Use[] {
  return allArticles
    .filter((article) => article.locale === locale)
    .sort((a, b) => a.order - b.order)
    .flatMap((article) => {
      const { slug, title } = article
      const use = demosOf(article).find((demo) => demo.name === name)
      return use === undefined ? [] : [{ slug, title, section: use.section }]
    })
}

function demosOf(article: Article): readonly ShownScenario[] {
  const demos = known.get(article) ?? shownIn(article.body.code)
  known.set(article, demos)
  return demos
}
