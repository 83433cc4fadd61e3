import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Contents } from '@/components/article/contents'
import { PageNeighbours } from '@/components/article/page-neighbours'
import { EvidenceEntry } from '@/components/evidence/evidence-entry'
import { PlotKey } from '@/components/evidence/plot-key'
import { SubjectHead } from '@/components/evidence/subject-head'
import { Frame } from '@/components/site/frame'
import { LinkedData } from '@/components/site/linked-data'
import { pageMetadata } from '@/components/site/metadata'
import { OVERVIEW, subjectSlug } from '@/lib/evidence/address'
import { evidenceOf } from '@/lib/evidence/evidence'
import { evidenceAbout } from '@/lib/evidence/files'
import { isSubject, SUBJECTS, type Subject, subjects } from '@/lib/evidence/subjects'
import { breadcrumbs } from '@/lib/linked-data/breadcrumbs'
import { LOCALES, type Locale } from '@/lib/locale'
import { words as catalogue } from '@/lib/words/words'

type Props = { params: Promise<{ locale: Locale; subject: string }> }

export const dynamicParams = false

export function generateStaticParams() {
  return LOCALES.flatMap((locale) => subjects.map((subject) => ({ locale, subject })))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, subject } = await params
  if (!isSubject(subject)) return {}
  const { subjects: named, subjectPage } = catalogue(locale).evidence
  const { title, about } = named[subject]
  return pageMetadata({ locale, slug: subjectSlug(subject), title: subjectPage(title), description: about })
}

export default async function SubjectPage({ params }: Props) {
  const { locale, subject } = await params
  if (!isSubject(subject)) notFound()
  const { evidence: words, site } = catalogue(locale)
  const names = SUBJECTS[subject]
  const place = subjects.indexOf(subject)
  const neighbour = (other: Subject | undefined) => other && { slug: subjectSlug(other), title: words.subjects[other].title }
  return (
    <Frame locale={locale} slug={subjectSlug(subject)}>
      <article>
        <LinkedData
          things={[breadcrumbs(locale, [{ name: words.title, at: `${OVERVIEW}/` }, { name: words.subjects[subject].title }])]}
        />
        <SubjectHead locale={locale} subject={subject} />
        <Contents label={site.contents} headings={names.map((id) => ({ id, text: evidenceAbout(id).title[locale] }))} />
        <PlotKey words={words} />
        {(await evidenceOf(names)).map((each) => (
          <EvidenceEntry key={each.name} locale={locale} evidence={each} />
        ))}
        <PageNeighbours
          locale={locale}
          label={words.otherSubjects}
          previous={neighbour(subjects[place - 1])}
          next={neighbour(subjects[place + 1])}
        />
      </article>
    </Frame>
  )
}
