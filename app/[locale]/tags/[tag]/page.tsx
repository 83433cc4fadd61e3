import type { Metadata } from 'next'
import { ArticleList } from '@/components/site/article-list'
import { FeedLinks } from '@/components/site/feed-links'
import { Frame } from '@/components/site/frame'
import { Hero } from '@/components/site/hero'
import { LinkedData } from '@/components/site/linked-data'
import { pageMetadata } from '@/components/site/metadata'
import { articlesIn } from '@/lib/content/articles'
import { TAGS, type Tag, tagSlug } from '@/lib/content/tags'
import { breadcrumbs } from '@/lib/linked-data/breadcrumbs'
import { LOCALES, type Locale } from '@/lib/locale'
import { words } from '@/lib/words/words'

type Props = { params: Promise<{ locale: Locale; tag: Tag }> }

export const dynamicParams = false

export function generateStaticParams() {
  return LOCALES.flatMap((locale) => TAGS.map((tag) => ({ locale, tag })))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, tag } = await params
  const { tags, taggedArticles } = words(locale).site
  const description = taggedArticles(tags[tag], articlesAbout(locale, tag).length)
  return pageMetadata({ locale, slug: tagSlug(tag), title: tags[tag], description, feed: { tag } })
}

export default async function TagPage({ params }: Props) {
  const { locale, tag } = await params
  const { tags, taggedArticles, articles: all } = words(locale).site
  const articles = articlesAbout(locale, tag)
  return (
    <Frame locale={locale} slug={tagSlug(tag)}>
      <article>
        <LinkedData things={[breadcrumbs(locale, [{ name: all, at: '#articles' }, { name: tags[tag] }])]} />
        <Hero title={tags[tag]} lede={taggedArticles(tags[tag], articles.length)} />
        {/* The groups below are of its third order. */}
        <h2 className="sr-only">{all}</h2>
        <ArticleList locale={locale} articles={articles} />
        <FeedLinks locale={locale} tag={tag} />
      </article>
    </Frame>
  )
}

function articlesAbout(locale: Locale, tag: Tag) {
  return articlesIn(locale).filter(({ tags }) => tags.includes(tag))
}
