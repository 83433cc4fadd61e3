import type { Metadata } from 'next'
import { Contents } from '@/components/article/contents'
import { Prose } from '@/components/article/prose'
import { SectionHeading } from '@/components/article/section-heading'
import { Frame } from '@/components/site/frame'
import { Hero } from '@/components/site/hero'
import { LinkRecipes } from '@/components/site/link-recipes'
import { LinkedData } from '@/components/site/linked-data'
import { pageMetadata } from '@/components/site/metadata'
import { LINK_PAGE } from '@/lib/content/addresses'
import { breadcrumbs } from '@/lib/linked-data/breadcrumbs'
import type { Locale } from '@/lib/locale'
import { words } from '@/lib/words/words'

type Props = { params: Promise<{ locale: Locale }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  return pageMetadata({ locale, slug: LINK_PAGE, ...words(locale).linkPage })
}

export default async function LinkPage({ params }: Props) {
  const { locale } = await params
  const { site, linkPage } = words(locale)
  const sections = Object.entries(linkPage.sections)
  return (
    <Frame locale={locale} slug={LINK_PAGE}>
      <article>
        <LinkedData things={[breadcrumbs(locale, [{ name: linkPage.title }])]} />
        <Hero title={linkPage.title} lede={linkPage.lede} />
        <Contents label={site.contents} headings={sections.map(([id, { title }]) => ({ id, text: title }))} />
        <Prose>
          {sections.map(([id, { title, text }]) => (
            <section key={id} aria-labelledby={id}>
              <SectionHeading as="h2" id={id} locale={locale}>
                {title}
              </SectionHeading>
              <LinkRecipes locale={locale} section={id} text={text} />
            </section>
          ))}
        </Prose>
      </article>
    </Frame>
  )
}
