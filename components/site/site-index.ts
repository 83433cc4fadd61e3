import { verdictMark, verdictText } from '@/components/demo/verdict-text'
import { demoCard, pageCard } from '@/lib/cards'
import { demosIn, type PlacedDemo } from '@/lib/content/article-demos'
import type { Article } from '@/lib/content/articles'
import { embedPath } from '@/lib/content/embed-address'
import { pagesIn, type SitePage } from '@/lib/content/pages'
import { shown, titleOf } from '@/lib/content/shown'
import type { Tag } from '@/lib/content/tags'
import { type Checked, checkedAgainst } from '@/lib/evidence/checked'
import { LOCALES, type Locale } from '@/lib/locale'
import type { Run } from '@/lib/run'
import { KERNEL } from '@/lib/sim/kernel'
import { absolute, pagePath, site } from '@/lib/site'
import type { Edit } from '@/lib/variant'
import { words } from '@/lib/words/words'

/** What the site holds, for programs. A member is only ever added; one that changes its meaning makes a new version. */
export interface SiteIndex {
  readonly version: 1
  readonly name: string
  readonly address: string
  readonly languages: readonly Locale[]
  readonly kernel: string
  readonly pages: readonly IndexedPage[]
  readonly demos: readonly IndexedDemo[]
}

/** A page. Addresses are absolute. */
export interface IndexedPage {
  readonly language: Locale
  readonly address: string
  /** The same as Markdown. */
  readonly markdown: string
  readonly card: string
  /** What it is among. */
  readonly kind: string
  readonly title: string
  readonly description: string
  readonly sections: readonly { readonly title: string; readonly address: string }[]
  readonly article: IndexedArticle | null
}

/** What is to be known about an article; dates are ISO dates. */
export interface IndexedArticle {
  readonly answer: string
  readonly published: string
  readonly updated: string
  readonly tags: readonly Tag[]
  readonly checked: Checked | null
}

/** A demo of an article: one run, or the two that it compares. */
export interface IndexedDemo {
  readonly language: Locale
  readonly address: string
  readonly card: string
  /** The page to frame; null where it shows no named scenario. */
  readonly embed: string | null
  /** The title of its article. */
  readonly kind: string
  readonly title: string
  readonly runs: readonly IndexedRun[]
}

/** A run of a named scenario, with what is otherwise in it. */
export interface IndexedRun {
  readonly scenario: string
  readonly edits: readonly Edit[]
  readonly seed: number
  readonly verdict: string
  /** The sign before the verdict: ✕ writes are lost, ● none is, ▲ a lock has two owners. */
  readonly mark: string
  readonly writes: { readonly acknowledged: number; readonly lost: number }
}

export function siteIndex(): SiteIndex {
  const all = LOCALES.flatMap((locale) => pagesIn(locale).map((page) => ({ locale, page })))
  return {
    version: 1,
    name: site.name,
    address: site.address,
    languages: LOCALES,
    kernel: KERNEL,
    pages: all.map(({ locale, page }) => indexedPage(locale, page)),
    demos: all.flatMap(({ locale, page: { article } }) => (article ? demosOf(locale, article) : [])),
  }
}

function indexedPage(locale: Locale, { slug, title, description, sections, article }: SitePage): IndexedPage {
  const address = absolute(pagePath(locale, slug))
  return {
    language: locale,
    address,
    markdown: `${address}index.md`,
    card: absolute(pageCard(locale, slug)),
    kind: article ? words(locale).site.groups[article.group] : '',
    title,
    description,
    sections: sections.map(({ id, title }) => ({ title, address: `${address}#${id}` })),
    article: article ? indexedArticle(article) : null,
  }
}

function indexedArticle({ answer, published, updated, tags, code }: Article): IndexedArticle {
  return { answer, published: published.slice(0, 10), updated: updated.slice(0, 10), tags, checked: checkedAgainst(code) }
}

function demosOf(locale: Locale, { slug, title: kind, code }: Article): readonly IndexedDemo[] {
  const page = absolute(pagePath(locale, slug))
  return demosIn(code).map(({ id, title, runs }) => ({
    embed: embedOf(locale, lastOf(runs)),
    language: locale,
    address: `${page}#${id}`,
    card: absolute(demoCard(locale, id)),
    kind,
    title: titleOf(lastOf(runs), title, locale),
    runs: runs.map((run) => indexedRun(locale, run)),
  }))
}

function embedOf(locale: Locale, run: Run): string | null {
  const { named } = shown(run)
  return named === null ? null : absolute(embedPath(locale, named))
}

/** A comparison is called after its second run. */
function lastOf(runs: PlacedDemo['runs']): Run {
  const last = runs.at(-1)
  if (last === undefined) throw new Error('a demo without a run')
  return last
}

function indexedRun(locale: Locale, run: Run): IndexedRun {
  const { named } = shown(run)
  const { acknowledged, lost } = run.figures
  return {
    scenario: named ?? run.scenario.name,
    edits: named === null ? run.edits : [],
    seed: run.scenario.seed,
    verdict: verdictText(locale, run),
    mark: verdictMark(run),
    writes: { acknowledged: acknowledged ?? 0, lost: lost ?? 0 },
  }
}
