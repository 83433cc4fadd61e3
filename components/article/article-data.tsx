import type { Article } from '@/lib/content/articles'
import type { Locale } from '@/lib/locale'
import { absolute, pagePath, site } from '@/lib/site'

/** What an article is, for search engines (schema.org/TechArticle). It runs nothing. */
export function ArticleData({ locale, article }: { readonly locale: Locale; readonly article: Article }) {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'TechArticle',
    headline: article.title,
    description: article.description,
    inLanguage: locale,
    url: absolute(pagePath(locale, article.slug)),
    datePublished: article.published,
    dateModified: article.updated,
    publisher: { '@type': 'Organization', name: site.name, url: site.address },
  }
  // A closing tag in a text would end the element.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c')
  // biome-ignore lint/security/noDangerouslySetInnerHtml: data of our own, escaped
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
}
