import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ArticleBody } from '@/components/article/article-body'
import { ArticleHead } from '@/components/article/article-head'
import { Contents } from '@/components/article/contents'
import { EditLink } from '@/components/article/edit-link'
import { PageNeighbours } from '@/components/article/page-neighbours'
import { questionsOf } from '@/components/article/questions'
import { Frame } from '@/components/site/frame'
import { LinkedData } from '@/components/site/linked-data'
import { pageMetadata } from '@/components/site/metadata'
import { type Article, articleAt, articlesIn } from '@/lib/content/articles'
import { articleThings } from '@/lib/linked-data/article'
import { LOCALES, type Locale } from '@/lib/locale'
import { words } from '@/lib/words/words'

type Props = { params: Promise<{ locale: Locale; slug: string }> }

export const dynamicParams = false

export function generateStaticParams() {
  return LOCALES.flatMap((locale) => articlesIn(locale).map(({ slug }) => ({ locale, slug })))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params
  const found = articleAt(locale, slug)
  return found ? pageMetadata({ ...found.article, locale, dates: found.article }) : {}
}

export default async function ArticlePage({ params }: Props) {
  const { locale, slug } = await params
  const found = articleAt(locale, slug)
  if (!found) notFound()
  const { article, previous, next } = found
  const { site } = words(locale)
  return (
    <Frame locale={locale} slug={slug}>
      <article>
        <LinkedData things={articleThings(locale, article, await questionsOf(locale, article))} />
        <ArticleBody
          locale={locale}
          code={article.code}
          head={
            <>
              <ArticleHead locale={locale} article={article} />
              <Contents label={site.contents} headings={contentsOf(article, site.closing)} />
            </>
          }
        />
        <EditLink locale={locale} slug={slug} />
        <PageNeighbours locale={locale} label={site.otherArticles} previous={previous} next={next} />
      </article>
    </Frame>
  )
}

/** The sections of an article; the closing ones bear the same name in each. */
function contentsOf(article: Article, closing: Record<'versions' | 'sources', string>) {
  const sections = article.headings.filter(({ depth }) => depth === 2)
  return [...sections, { id: 'versions', text: closing.versions }, { id: 'sources', text: closing.sources }]
}
