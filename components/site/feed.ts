import { Feed } from 'feed'
import { articlesIn } from '@/lib/content/articles'
import { type Tag, tagSlug } from '@/lib/content/tags'
import type { Locale } from '@/lib/locale'
import { absolute, pagePath, site } from '@/lib/site'
import { words } from '@/lib/words/words'

/** The formats of a feed: what each is called, its file beside the page of what it is about, its type, and how it is written. */
export const FEED_FORMATS = {
  rss: { name: 'RSS', file: 'feed.xml', type: 'application/rss+xml', write: (feed: Feed) => feed.rss2() },
  atom: { name: 'Atom', file: 'atom.xml', type: 'application/atom+xml', write: (feed: Feed) => feed.atom1() },
  json: { name: 'JSON', file: 'feed.json', type: 'application/feed+json', write: (feed: Feed) => feed.json1() },
} as const

export type FeedFormat = keyof typeof FEED_FORMATS

/** The path of a feed of a language, or of the articles about something in it. */
export function feedPath(locale: Locale, tag: Tag | null, format: FeedFormat): string {
  return pagePath(locale, tag === null ? undefined : tagSlug(tag)) + FEED_FORMATS[format].file
}

/** A feed as the file that a reader of feeds fetches. */
export function feedResponse(locale: Locale, tag: Tag | null, format: FeedFormat): Response {
  const { type, write } = FEED_FORMATS[format]
  return new Response(write(feedOf(locale, tag)), { headers: { 'content-type': `${type}; charset=utf-8` } })
}

/** The articles of a language, or those about something, the last changed first. */
function feedOf(locale: Locale, tag: Tag | null): Feed {
  const { tagline, description, tags } = words(locale).site
  const page = absolute(pagePath(locale, tag === null ? undefined : tagSlug(tag)))
  const articles = articlesIn(locale)
    .filter((article) => tag === null || article.tags.includes(tag))
    .toSorted((a, b) => b.updated.localeCompare(a.updated))
  const feed = new Feed({
    id: page,
    title: `${site.name} · ${tag === null ? tagline : tags[tag]}`,
    description,
    link: page,
    language: locale,
    // The same sources make the same bytes: never the day of the build.
    updated: new Date(articles[0]?.updated ?? 0),
    feedLinks: {
      rss: absolute(feedPath(locale, tag, 'rss')),
      atom: absolute(feedPath(locale, tag, 'atom')),
      json: absolute(feedPath(locale, tag, 'json')),
    },
    author: { name: site.name, link: site.address },
  })
  for (const { slug, title, answer, description: more, published, updated, tags: own } of articles) {
    const link = absolute(pagePath(locale, slug))
    feed.addItem({
      id: link,
      link,
      title,
      description: plainText(answer),
      content: `${paragraph(answer)}${paragraph(more)}`,
      date: new Date(updated),
      published: new Date(published),
      category: own.map((each) => ({ name: tags[each], term: each })),
    })
  }
  return feed
}

function plainText(text: string): string {
  return text.replaceAll('`', '')
}

/** A text with `backticks` as a paragraph of HTML. */
function paragraph(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<p>${escaped.replace(/`([^`]+)`/g, '<code>$1</code>')}</p>`
}
