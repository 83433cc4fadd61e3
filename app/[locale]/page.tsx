import type { Metadata } from 'next'
import { At } from '@/components/article/at'
import { Prose } from '@/components/article/prose'
import { SceneLayout } from '@/components/article/scene-layout'
import { Term } from '@/components/article/term'
import { InlineCode } from '@/components/code/inline-code'
import { Demo } from '@/components/demo/demo'
import { ArticleList } from '@/components/site/article-list'
import { FeedLinks } from '@/components/site/feed-links'
import { Frame } from '@/components/site/frame'
import { Hero } from '@/components/site/hero'
import { LinkedData } from '@/components/site/linked-data'
import { pageMetadata } from '@/components/site/metadata'
import { SymptomList } from '@/components/site/symptom-list'
import { TagLinks } from '@/components/site/tag-links'
import splitBrain from '@/content/scenarios/split-brain.json'
import { SYMPTOMS_PAGE } from '@/lib/content/addresses'
import { articleAt, articlesIn } from '@/lib/content/articles'
import { demoId } from '@/lib/content/shown'
import { firstSymptoms } from '@/lib/content/symptoms'
import type { TermId } from '@/lib/content/terms'
import { siteThings } from '@/lib/linked-data/web-site'
import type { Locale } from '@/lib/locale'
import { run } from '@/lib/run'
import { hostPath, pagePath } from '@/lib/site'
import { words } from '@/lib/words/words'

/** Tells the run that the home page shows. */
const ARTICLE = 'split-brain'

/** Leads to a configuration. */
const SETTINGS = 'settings'

/** Of the figure, to whoever sees one for the first time. */
const NEW_WORDS = ['primary', 'replica', 'sentinel', 'gate', 'seed'] as const satisfies readonly TermId[]

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
      <LinkedData things={siteThings(locale)} />
      <SceneLayout
        head={
          <>
            <Hero title={site.tagline} lede={site.description} />
            <FirstSymptoms locale={locale} />
          </>
        }
        demo={<Demo run={run(splitBrain)} controls="min-replicas-to-write" locale={locale} />}
      >
        <Headline locale={locale} />
      </SceneLayout>
      <section aria-labelledby="articles">
        <h2 id="articles" className="mt-16 text-2xl">
          {site.articles}
        </h2>
        <TagLinks locale={locale} />
        <ArticleList locale={locale} articles={articlesIn(locale)} />
        <FeedLinks locale={locale} tag={null} />
      </section>
    </Frame>
  )
}

/** The ways in for those who come with a trouble. */
function FirstSymptoms({ locale }: { locale: Locale }) {
  const { question, all } = words(locale).symptoms
  const settings = articleAt(locale, SETTINGS)
  return (
    <section aria-labelledby="symptoms" className="mt-8">
      <h2 id="symptoms" className="mb-2 text-lg">
        {question}
      </h2>
      <SymptomList locale={locale} symptoms={firstSymptoms} brief />
      <p className="border-t border-line pt-1.5 text-md">
        <a href={hostPath(pagePath(locale, SYMPTOMS_PAGE))}>{all} →</a>
      </p>
      {settings && (
        <p className="print:hidden mt-5">
          {words(locale).site.home.noTrouble} <a href={hostPath(pagePath(locale, SETTINGS))}>{settings.article.title} →</a>
        </p>
      )}
    </section>
  )
}

/** The story of the demo at the head of the page, and where it is told in full. */
function Headline({ locale }: { locale: Locale }) {
  const { home } = words(locale).site
  const shown = run(splitBrain)
  const demos = [{ id: demoId(shown), runs: [shown] }]
  const { article } = articleAt(locale, ARTICLE) ?? {}
  return (
    <Prose>
      <p>
        <InlineCode text={home.cast} />
      </p>
      <p className="flex flex-wrap gap-x-4 text-md text-soft">
        {home.newWords}
        {NEW_WORDS.map((id) => (
          <Term key={id} id={id} locale={locale} />
        ))}
      </p>
      <ol className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2">
        {home.moments.map(({ code, text }) => (
          <li key={code} className="col-span-2 grid grid-cols-subgrid">
            <span className="whitespace-nowrap">
              {home.instant}
              <At run={shown} moment={code} locale={locale} demos={demos} />
            </span>
            <span>
              <InlineCode text={text} />
            </span>
          </li>
        ))}
      </ol>
      <p>
        <InlineCode text={home.answer} />
      </p>
      {article && (
        <p>
          <a href={hostPath(pagePath(locale, article.slug))}>{article.title} →</a>
        </p>
      )}
    </Prose>
  )
}
