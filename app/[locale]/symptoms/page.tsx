import type { Metadata } from 'next'
import { Frame } from '@/components/site/frame'
import { Hero } from '@/components/site/hero'
import { LinkedData } from '@/components/site/linked-data'
import { pageMetadata } from '@/components/site/metadata'
import { SymptomList } from '@/components/site/symptom-list'
import { SYMPTOMS_PAGE } from '@/lib/content/addresses'
import { symptoms } from '@/lib/content/symptoms'
import { breadcrumbs } from '@/lib/linked-data/breadcrumbs'
import type { Locale } from '@/lib/locale'
import { words } from '@/lib/words/words'

type Props = { params: Promise<{ locale: Locale }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  return pageMetadata({ locale, slug: SYMPTOMS_PAGE, ...words(locale).symptoms })
}

export default async function Symptoms({ params }: Props) {
  const { locale } = await params
  const { title, lede } = words(locale).symptoms
  return (
    <Frame locale={locale} slug={SYMPTOMS_PAGE}>
      <article>
        <LinkedData things={[breadcrumbs(locale, [{ name: title }])]} />
        <Hero title={title} lede={lede} />
        <div className="mt-8">
          <SymptomList locale={locale} symptoms={symptoms} brief={false} />
        </div>
      </article>
    </Frame>
  )
}
