import type { Metadata } from 'next'
import { Contents } from '@/components/article/contents'
import { Prose } from '@/components/article/prose'
import { SectionHeading } from '@/components/article/section-heading'
import { Frame } from '@/components/site/frame'
import { GlossaryEntries } from '@/components/site/glossary-entries'
import { Hero } from '@/components/site/hero'
import { LinkedData } from '@/components/site/linked-data'
import { pageMetadata } from '@/components/site/metadata'
import { GLOSSARY } from '@/lib/content/addresses'
import { termGroups } from '@/lib/content/terms'
import { glossaryThings } from '@/lib/linked-data/glossary'
import type { Locale } from '@/lib/locale'
import { words } from '@/lib/words/words'

type Props = { params: Promise<{ locale: Locale }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  return pageMetadata({ locale, slug: GLOSSARY, ...words(locale).glossary })
}

export default async function Glossary({ params }: Props) {
  const { locale } = await params
  const { site, glossary } = words(locale)
  return (
    <Frame locale={locale} slug={GLOSSARY}>
      <article>
        <LinkedData things={glossaryThings(locale)} />
        <Hero title={glossary.title} lede={glossary.lede} />
        <Contents label={site.contents} headings={termGroups.map((id) => ({ id, text: glossary.groups[id] }))} />
        <Prose>
          {termGroups.map((group) => (
            <section key={group} aria-labelledby={group}>
              <SectionHeading as="h2" id={group} locale={locale}>
                {glossary.groups[group]}
              </SectionHeading>
              <GlossaryEntries locale={locale} group={group} />
            </section>
          ))}
        </Prose>
      </article>
    </Frame>
  )
}
