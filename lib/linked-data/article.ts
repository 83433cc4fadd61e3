import type { Article } from '@/lib/content/articles'
import type { Locale } from '@/lib/locale'
import { absolute, pagePath, site } from '@/lib/site'
import { words } from '@/lib/words/words'
import { breadcrumbs } from './breadcrumbs'
import type { Thing } from './thing'

/** A question that readers ask, with the address of its answer within the page, and the answer as they read it. */
export interface Answered {
  readonly id: string
  readonly question: string
  readonly answer: string
}

/** An article, its way there, and the questions that it answers where it is made of them. */
export function articleThings(locale: Locale, article: Article, questions: readonly Answered[]): readonly Thing[] {
  const { groups } = words(locale).site
  const address = absolute(pagePath(locale, article.slug))
  const { title, description, group, published, updated } = article
  return [
    {
      '@type': questions.length === 0 ? 'TechArticle' : 'FAQPage',
      headline: title,
      description,
      inLanguage: locale,
      url: address,
      datePublished: published.slice(0, 10),
      dateModified: updated.slice(0, 10),
      publisher: { '@type': 'Organization', name: site.name, url: site.address },
      ...(questions.length > 0 && { mainEntity: questions.map((question) => questionThing(address, question)) }),
    },
    breadcrumbs(locale, [{ name: groups[group], at: `#${group}` }, { name: title }]),
  ]
}

function questionThing(address: string, { id, question, answer }: Answered): Thing {
  return { '@type': 'Question', name: question, url: `${address}#${id}`, acceptedAnswer: { '@type': 'Answer', text: answer } }
}
