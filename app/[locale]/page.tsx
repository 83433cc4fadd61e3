import type { Metadata } from 'next'
import { Demo } from '@/components/demo/demo'
import { ArticleList } from '@/components/site/article-list'
import { Frame } from '@/components/site/frame'
import { Hero } from '@/components/site/hero'
import { pageMetadata } from '@/components/site/metadata'
import splitBrain from '@/content/scenarios/split-brain.json'
import { articlesIn } from '@/lib/content/articles'
import type { Locale } from '@/lib/locale'
import { run } from '@/lib/run'
import { words } from '@/lib/words/words'

type Props = { params: Promise<{ locale: Locale }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const { tagline, description } = words(locale).site
  return pageMetadata({ locale, title: tagline, description })
}

export default async function Home({ params }: Props) {
  const { locale } = await params
  const { site } = words(locale)
  return (
    <Frame locale={locale}>
      <Hero title={site.tagline} lede={site.description} />
      <div className="mt-9">
        <Demo run={run(splitBrain)} controls="min-replicas-to-write" locale={locale} />
      </div>
      <section aria-labelledby="articles">
        <h2 id="articles" className="mt-16 text-2xl">
          {site.articles}
        </h2>
        <ArticleList locale={locale} articles={articlesIn(locale)} />
      </section>
    </Frame>
  )
}
