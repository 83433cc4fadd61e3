import { GROUPS } from '@/lib/content/groups'
import { pagesIn, type SitePage } from '@/lib/content/pages'
import { LANGUAGE_NAMES, LOCALES, type Locale } from '@/lib/locale'
import { absolute, pagePath, site } from '@/lib/site'
import { words } from '@/lib/words/words'

/** The pages of every language with what each says, leading to their Markdown: as https://llmstxt.org has it. */
export function overview(): string {
  const intro = LOCALES.map((locale) => `> ${words(locale).site.description}`).join('\n>\n')
  return `${[`# ${site.name}`, intro, absolute('index.json'), ...LOCALES.flatMap(partsOf)].join('\n\n')}\n`
}

/** A part for each group of articles, and one for the pages that they refer to. */
function partsOf(locale: Locale): readonly string[] {
  const { groups } = words(locale).site
  const pages = pagesIn(locale)
  const name = (title: string) => `## ${LANGUAGE_NAMES[locale]}: ${title}`
  const articles = GROUPS.map((group) => ({ group, own: pages.filter(({ article }) => article?.group === group) }))
  const others = pages.filter(({ article, slug }) => article === undefined && slug !== undefined)
  return [
    ...articles.filter(({ own }) => own.length > 0).map(({ group, own }) => `${name(groups[group])}\n\n${linesOf(locale, own)}`),
    `${name(words(locale).site.howWeKnow)}\n\n${linesOf(locale, others)}`,
  ]
}

function linesOf(locale: Locale, pages: readonly SitePage[]): string {
  return pages
    .map(({ slug, title, description, article }) => {
      const address = `${absolute(pagePath(locale, slug))}index.md`
      return `- [${title}](${address}): ${article?.answer ?? description}`
    })
    .join('\n')
}
