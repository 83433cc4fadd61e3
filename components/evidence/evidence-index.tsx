import { entryHref, subjectSlug } from '@/lib/evidence/address'
import type { Evidence } from '@/lib/evidence/evidence'
import { evidenceAbout } from '@/lib/evidence/files'
import { findingOf } from '@/lib/evidence/finding'
import { SUBJECTS, subjects } from '@/lib/evidence/subjects'
import type { Locale } from '@/lib/locale'
import { hostPath, pagePath } from '@/lib/site'
import type { EvidenceWords } from '@/lib/words/en/evidence'
import { words as catalogue } from '@/lib/words/words'
import { agreementOf, outcomeSaid } from './agreement'
import { Mark } from './mark'

/** All scenarios by subject, each with its mark and what was found. A row has the id that the full entry has on its subject's page. */
export function EvidenceIndex({ locale, evidence }: { locale: Locale; evidence: readonly Evidence[] }) {
  const words = catalogue(locale).evidence
  const byName = new Map(evidence.map((each) => [each.name, each]))
  return (
    <nav className="mt-6 columns-[3_17rem] gap-x-10 text-md leading-[1.45]" aria-label={words.index} data-index="">
      {subjects.map((subject) => (
        <div key={subject} className="pb-5">
          <h3 id={`subject-${subject}`} className="mb-1 break-after-avoid text-md leading-[1.45] font-strong tracking-normal">
            <a href={hostPath(pagePath(locale, subjectSlug(subject)))} className="text-ink no-underline hover:underline">
              {words.subjects[subject].title}
            </a>
          </h3>
          <ul>
            {SUBJECTS[subject].map((name) => {
              const each = byName.get(name)
              return each && <Row key={name} locale={locale} words={words} evidence={each} />
            })}
          </ul>
        </div>
      ))}
    </nav>
  )
}

function Row({ locale, words, evidence }: { locale: Locale; words: EvidenceWords; evidence: Evidence }) {
  const { name } = evidence
  const agreement = agreementOf(evidence)
  return (
    <li id={name} className="group relative break-inside-avoid py-[0.15rem] pl-[1.4em]" data-agreement={agreement}>
      <Mark agreement={agreement} label={words.marks[agreement]} className="absolute top-[0.45em] left-0" />{' '}
      <a href={entryHref(locale, name)} className="text-soft decoration-edge">
        {evidenceAbout(name).title[locale]}
      </a>
      <p className="text-xs text-pretty text-soft group-target:text-ink">
        {agreement !== 'agree' && `${outcomeSaid(words, evidence)} `}
        {evidence.state === 'compared' && words.finding(findingOf(evidence))}
      </p>
    </li>
  )
}
