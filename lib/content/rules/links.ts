import { OVERVIEW, subjectSlug } from '@/lib/evidence/address'
import { SUBJECTS, subjects } from '@/lib/evidence/subjects'
import { OUTCOME_IDS } from '@/lib/guide/answers'
import { words } from '@/lib/words/words'
import { GLOSSARY, SYMPTOMS_PAGE } from '../addresses'
import { GROUPS } from '../groups'
import { headingsOf } from '../heading'
import { symptoms } from '../symptoms'
import { termGroups, termsOf } from '../terms'
import { FENCE, INLINE_CODE, problemAt, type Rule, type Source, STATEMENT, without } from './source'

/** The pages of a language by what stands behind its tag in their addresses, each with the ids that a link can name. Home is empty. */
export type Pages = ReadonlyMap<string, ReadonlySet<string>>

const LINK = /\]\(([^()\s]*)\)/g
/** To a page beside this one, or to a heading of this one. */
const WITHIN = /^(?:\.\.\/((?:[a-z0-9-]+\/)*))?(?:#([\w~.-]+))?$/

/** Every link leads somewhere: to a page that is there, and to an id that it has. */
export const links: Rule = (articles) => {
  const pages = pagesWith(articles)
  return articles.flatMap((article) => {
    const text = without(article.text, FENCE, INLINE_CODE, STATEMENT)
    return [...text.matchAll(LINK)].flatMap(({ 1: href = '', index }) => {
      const problem = linkProblem(href, slugOf(article), pages)
      return problem === null ? [] : [problemAt(article, index + 2, problem)]
    })
  })
}

/** What is wrong with a link of the page with that slug; null where nothing is. */
export function linkProblem(href: string, slug: string, pages: Pages): string | null {
  if (/^https?:/.test(href)) return URL.canParse(href) ? null : `${href} is no address`
  const [matches, path, id] = WITHIN.exec(href) ?? []
  if (matches === undefined || matches === '') {
    return `a link to “${href}”: to another page it reads ../wait/#same-connection, within a page #same-connection`
  }
  const page = path === undefined ? slug : path.replace(/\/$/, '')
  const ids = pages.get(page)
  if (ids === undefined)
    return `a link to a page that is not there, “${page}”; there are ${[...pages.keys()].filter(Boolean).join(', ')}`
  // A demo's figure is called after its run.
  if (id === undefined || id.startsWith('demo-') || ids.has(id)) return null
  return `a link to #${id}, which ${page || 'home'} has not; it has ${[...ids].join(', ')}`
}

/** The pages of the site, the articles among them. The ids of an article are the same in every language. */
export function pagesWith(articles: readonly Source[]): Pages {
  return new Map([
    ['', new Set(['symptoms', 'articles', ...GROUPS])],
    [SYMPTOMS_PAGE, new Set<string>(symptoms.map(({ id }) => id))],
    [OVERVIEW, new Set(Object.keys(words('en').evidence.sections))],
    [GLOSSARY, new Set(termGroups.flatMap((group) => [group, ...termsOf(group).map(({ id }) => id)]))],
    ...subjects.map((subject) => [subjectSlug(subject), new Set<string>(SUBJECTS[subject])] as const),
    ...articles.map((article) => [slugOf(article), idsOf(article)] as const),
  ])
}

function idsOf({ text }: Source): ReadonlySet<string> {
  const guided = text.includes('<Guide />') ? OUTCOME_IDS : []
  return new Set([...headingsOf(text).map(({ id }) => id), 'versions', 'sources', ...guided])
}

function slugOf({ path }: Source): string {
  return path.slice(path.indexOf('/') + 1).replace(/\.mdx$/, '')
}
