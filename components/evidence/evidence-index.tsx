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
    <nav className="evidence-index" aria-label={words.index}>
      {subjects.map((subject) => (
        <div key={subject}>
          <h3 id={`subject-${subject}`}>
            <a href={hostPath(pagePath(locale, subjectSlug(subject)))}>{words.subjects[subject].title}</a>
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
    <li id={name} data-agreement={agreement}>
      <Mark agreement={agreement} label={words.marks[agreement]} />{' '}
      <a href={entryHref(locale, name)}>{evidenceAbout(name).title[locale]}</a>
      <p>
        {agreement !== 'agree' && `${outcomeSaid(words, evidence)} `}
        {evidence.state === 'compared' && words.finding(findingOf(evidence))}
      </p>
    </li>
  )
}
