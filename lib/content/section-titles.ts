import { OVERVIEW } from '@/lib/evidence/address'
import { evidenceAbout } from '@/lib/evidence/files'
import { isSubject } from '@/lib/evidence/subjects'
import type { Locale } from '@/lib/locale'
import { words } from '@/lib/words/words'
import { readArticles } from './article-files'
import { headingsOf } from './heading'

/** What sections are called in a language, by the links that lead to them from any page beside theirs. Throws where there is none. */
export function sectionTitles(locale: Locale): (href: string) => string {
  const articles = new Map(readArticles().map(({ path, text }) => [path, text]))
  const { sections, subjects } = words(locale).evidence
  const evidence: ReadonlyMap<string, string> = new Map(Object.entries(sections))

  /** `subject` is empty for the overview. */
  const ofEvidence = (subject: string, id: string) => {
    if (subject === '') return evidence.get(id)
    if (id !== '') return evidenceAbout(id).title[locale]
    return isSubject(subject) ? subjects[subject].title : undefined
  }
  return (href) => {
    const [, slug = '', subject = '', id = ''] = /^\.\.\/([a-z-]+)\/(?:([a-z]+)\/)?#?([a-z0-9-]*)$/.exec(href) ?? []
    const headings = headingsOf(articles.get(`${locale}/${slug}.mdx`) ?? '')
    const title = slug === OVERVIEW ? ofEvidence(subject, id) : headings.find((heading) => heading.id === id)?.text
    if (title === undefined) throw new Error(`${href}: no section of that name`)
    return title
  }
}
