import { allArticles, type Article as Document } from 'contentlayer/generated'
import type { Locale } from '@/lib/locale'
import { GROUPS, type Group } from './groups'
import type { Heading } from './heading'
import type { Tag } from './tags'

export interface Article {
  slug: string
  title: string
  answer: string
  description: string
  published: string
  updated: string
  group: Group
  tags: readonly Tag[]
  minutes: number
  headings: Heading[]
  /** The compiled MDX. */
  code: string
}

/** The articles of one language in their reading order: group by group, in each as they are numbered. */
export function articlesIn(locale: Locale): Article[] {
  return allArticles
    .filter((document) => document.locale === locale)
    .sort((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) || a.order - b.order)
    .map(toArticle)
}

/** An article with the one before and the one after it; undefined where there is no such slug. */
export function articleAt(locale: Locale, slug: string): { article: Article; previous?: Article; next?: Article } | undefined {
  const articles = articlesIn(locale)
  const index = articles.findIndex((article) => article.slug === slug)
  const article = articles[index]
  return article && { article, previous: articles[index - 1], next: articles[index + 1] }
}

function toArticle({
  slug,
  title,
  answer,
  description,
  published,
  updated,
  group,
  tags,
  minutes,
  headings,
  body,
}: Document): Article {
  return { slug, title, answer, description, published, updated, group, tags, minutes, headings, code: body.code }
}
