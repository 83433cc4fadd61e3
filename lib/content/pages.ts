import { OVERVIEW, subjectSlug } from '@/lib/evidence/address'
import { evidenceAbout } from '@/lib/evidence/files'
import { SUBJECTS, subjects } from '@/lib/evidence/subjects'
import type { Locale } from '@/lib/locale'
import { words } from '@/lib/words/words'
import { GLOSSARY, LINK_PAGE, SYMPTOMS_PAGE } from './addresses'
import { type Article, articlesIn } from './articles'
import { GROUPS } from './groups'
import { TAGS, type Tag, tagSlug } from './tags'
import { termGroups, termsOf } from './terms'

/** A place on a page that a link can lead to. */
export interface Section {
  readonly id: string
  readonly title: string
}

/** A page that readers are meant to find. */
export interface SitePage {
  /** The same in every language; home has none. */
  readonly slug?: string
  readonly title: string
  readonly description: string
  /** In the order of the page. */
  readonly sections: readonly Section[]
  /** Where it is one. */
  readonly article?: Article
}

/** All pages of a language: home, the articles in their reading order, and what they refer to. */
export function pagesIn(locale: Locale): readonly SitePage[] {
  const { site, symptoms, glossary, evidence, linkPage } = words(locale)
  const terms = termGroups.flatMap((group) => [
    { id: group, title: glossary.groups[group] },
    ...termsOf(group).map(({ id }) => ({ id, title: glossary.entries[id].name })),
  ])
  return [
    { title: site.tagline, description: site.description, sections: homeSections(locale) },
    ...articlesIn(locale).map((article) => articlePage(locale, article)),
    ...TAGS.map((tag) => tagPage(locale, tag)),
    { slug: SYMPTOMS_PAGE, title: symptoms.title, description: symptoms.description, sections: [] },
    { slug: GLOSSARY, title: glossary.title, description: glossary.description, sections: terms },
    {
      slug: LINK_PAGE,
      title: linkPage.title,
      description: linkPage.description,
      sections: Object.entries(linkPage.sections).map(([id, { title }]) => ({ id, title })),
    },
    { slug: OVERVIEW, title: evidence.title, description: evidence.description, sections: sectionsFrom(evidence.sections) },
    ...subjects.map((subject) => ({
      slug: subjectSlug(subject),
      title: evidence.subjectPage(evidence.subjects[subject].title),
      description: evidence.subjects[subject].about,
      sections: SUBJECTS[subject].map((id) => ({ id, title: evidenceAbout(id).title[locale] })),
    })),
  ]
}

function tagPage(locale: Locale, tag: Tag): SitePage {
  const { tags, taggedArticles } = words(locale).site
  const count = articlesIn(locale).filter((article) => article.tags.includes(tag)).length
  return { slug: tagSlug(tag), title: tags[tag], description: taggedArticles(tags[tag], count), sections: [] }
}

function homeSections(locale: Locale): readonly Section[] {
  const { site, symptoms } = words(locale)
  return [
    { id: 'symptoms', title: symptoms.question },
    { id: 'articles', title: site.articles },
    ...GROUPS.map((id) => ({ id, title: site.groups[id] })),
  ]
}

function articlePage(locale: Locale, article: Article): SitePage {
  const { slug, title, description, headings } = article
  const sections = [...headings.map(({ id, text }) => ({ id, title: text })), ...sectionsFrom(words(locale).site.closing)]
  return { slug, title, description, sections, article }
}

function sectionsFrom(titles: Readonly<Record<string, string>>): readonly Section[] {
  return Object.entries(titles).map(([id, title]) => ({ id, title }))
}
