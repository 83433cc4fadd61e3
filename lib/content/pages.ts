import { OVERVIEW, subjectSlug } from '@/lib/evidence/address'
import { subjects } from '@/lib/evidence/subjects'
import type { Locale } from '@/lib/locale'
import { words } from '@/lib/words/words'
import { GLOSSARY, SYMPTOMS_PAGE } from './addresses'
import { articlesIn } from './articles'

/** A page of a language; home has no slug. */
export interface Page {
  readonly slug?: string
  readonly title: string
}

/** Every page of a language that a reader is meant to find: home, articles, what stands beside them, and "How we know". */
export function pagesIn(locale: Locale): readonly Page[] {
  const { site, symptoms, glossary, evidence } = words(locale)
  return [
    { title: site.toHome },
    ...articlesIn(locale).map(({ slug, title }) => ({ slug, title })),
    { slug: SYMPTOMS_PAGE, title: symptoms.title },
    { slug: GLOSSARY, title: glossary.title },
    { slug: OVERVIEW, title: evidence.title },
    ...subjects.map((subject) => ({
      slug: subjectSlug(subject),
      title: `${evidence.title} · ${evidence.subjects[subject].title}`,
    })),
  ]
}
