import { verdictText } from '@/components/demo/telling/verdict-text'
import { demosIn, type PlacedDemo } from '@/lib/content/article-demos'
import { pagesIn, type SitePage } from '@/lib/content/pages'
import { shown, titleOf } from '@/lib/content/shown'
import { LOCALES, type Locale } from '@/lib/locale'
import { KERNEL } from '@/lib/sim/kernel'
import { absolute, pagePath, site } from '@/lib/site'

/** The shape of what follows. A member is only ever added; one that changes its meaning makes a new version. */
const VERSION = 1

/** What the site holds, for programs: its pages with their sections, and its demos with what each comes to. */
export function siteIndex() {
  return {
    version: VERSION,
    name: site.name,
    address: site.address,
    languages: LOCALES,
    kernel: KERNEL,
    pages: LOCALES.flatMap((locale) => pagesIn(locale).map((page) => indexedPage(locale, page))),
    demos: LOCALES.flatMap((locale) => pagesIn(locale).flatMap((page) => demosOf(locale, page))),
  }
}

function indexedPage(locale: Locale, { slug, title, description, sections, article }: SitePage) {
  const address = absolute(pagePath(locale, slug))
  return {
    language: locale,
    address,
    markdown: `${address}index.md`,
    title,
    description,
    ...(article && { answer: article.answer, published: article.published.slice(0, 10), updated: article.updated.slice(0, 10) }),
    sections: sections.map(({ id, title }) => ({ title, address: `${address}#${id}` })),
  }
}

function demosOf(locale: Locale, { slug, article }: SitePage) {
  const page = absolute(pagePath(locale, slug))
  return article ? demosIn(article.code).map((demo) => indexedDemo(locale, page, demo)) : []
}

function indexedDemo(locale: Locale, page: string, { id, title, runs }: PlacedDemo) {
  const [last] = runs.slice(-1)
  return {
    language: locale,
    address: `${page}#${id}`,
    title: last && titleOf(last, title, locale),
    runs: runs.map((run) => ({
      scenario: shown(run).named ?? run.scenario.name,
      edits: shown(run).named === null ? run.edits : [],
      seed: run.scenario.seed,
      verdict: verdictText(locale, run),
    })),
  }
}
