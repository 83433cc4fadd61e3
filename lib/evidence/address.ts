import type { Locale } from '@/lib/locale'
import { hostPath, pagePath } from '@/lib/site'
import { SUBJECTS, type Subject, subjects } from './subjects'

/** The overview of all evidence, among the pages of a language. */
export const OVERVIEW = 'how-we-know'

/** The page of a subject, among the pages of a language. */
export function subjectSlug(subject: Subject): string {
  return `${OVERVIEW}/${subject}`
}

/** Where a scenario is told in full, as an `href`: its entry on the page of its subject; for one that is not held against servers, the list. */
export function entryHref(locale: Locale, scenario: string): string {
  const subject = subjects.find((each) => SUBJECTS[each].some((name) => name === scenario))
  if (subject === undefined) return `${hostPath(pagePath(locale, OVERVIEW))}#scenarios`
  return `${hostPath(pagePath(locale, subjectSlug(subject)))}#${scenario}`
}
