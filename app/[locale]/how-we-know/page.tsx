import type { Metadata } from 'next'
import { Contents } from '@/components/article/contents'
import { Prose } from '@/components/article/prose'
import { SectionHeading } from '@/components/article/section-heading'
import { EvidenceIndex } from '@/components/evidence/evidence-index'
import { EvidenceSummary } from '@/components/evidence/evidence-summary'
import { LabCommands } from '@/components/evidence/lab-commands'
import { PhraseOf } from '@/components/evidence/phrase'
import { Terms } from '@/components/evidence/terms'
import { Frame } from '@/components/site/frame'
import { Hero } from '@/components/site/hero'
import { LinkedData } from '@/components/site/linked-data'
import { pageMetadata } from '@/components/site/metadata'
import { OVERVIEW } from '@/lib/evidence/address'
import { FEW_RUNS, MANY_RUNS } from '@/lib/evidence/comparison'
import { allEvidence, summaryOf } from '@/lib/evidence/evidence'
import { breadcrumbs } from '@/lib/linked-data/breadcrumbs'
import type { Locale } from '@/lib/locale'
import { plain } from '@/lib/words/phrase'
import { words as catalogue } from '@/lib/words/words'

type Props = { params: Promise<{ locale: Locale }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const { title, description } = catalogue(locale).evidence
  return pageMetadata({ locale, slug: OVERVIEW, title, description })
}

export default async function HowWeKnow({ params }: Props) {
  const { locale } = await params
  const words = catalogue(locale).evidence
  const { sections } = words
  const evidence = await allEvidence()
  const paragraphs = (phrases: typeof words.method) =>
    phrases.map((phrase) => (
      <p key={plain(phrase)}>
        <PhraseOf phrase={phrase} />
      </p>
    ))
  const more = evidence.filter((each) => each.state === 'compared' && each.simulatedRuns > FEW_RUNS).length
  return (
    <Frame locale={locale} slug={OVERVIEW}>
      <article>
        <LinkedData things={[breadcrumbs(locale, [{ name: words.title }])]} />
        <Hero title={words.title} lede={words.lede} />
        <EvidenceSummary locale={locale} summary={summaryOf(evidence)} />
        <Contents
          label={catalogue(locale).site.contents}
          headings={Object.entries(sections).map(([id, text]) => ({ id, text }))}
        />
        <Prose>
          <SectionHeading as="h2" id="method" locale={locale}>
            {sections.method}
          </SectionHeading>
          {paragraphs([...words.method, words.howManyRuns(FEW_RUNS, MANY_RUNS, more)])}
          <SectionHeading as="h2" id="counted" locale={locale}>
            {sections.counted}
          </SectionHeading>
          <Terms terms={words.counted} />
          <SectionHeading as="h2" id="scenarios" locale={locale}>
            {sections.scenarios}
          </SectionHeading>
        </Prose>
        <EvidenceIndex locale={locale} evidence={evidence} />
        <Prose>
          <SectionHeading as="h2" id="not-modelled" locale={locale}>
            {sections['not-modelled']}
          </SectionHeading>
          <p>
            <PhraseOf phrase={words.notModelledLede} />
          </p>
          <Terms terms={words.notModelled} />
          <SectionHeading as="h2" id="run-the-lab" locale={locale}>
            {sections['run-the-lab']}
          </SectionHeading>
          {paragraphs(words.runIt)}
          <LabCommands locale={locale} />
        </Prose>
      </article>
    </Frame>
  )
}
