import type { Evidence } from '@/lib/evidence/evidence'
import { evidenceAbout } from '@/lib/evidence/files'
import { SUBJECTS, subjects } from '@/lib/evidence/subjects'
import type { Locale } from '@/lib/locale'
import { words as catalogue } from '@/lib/words/words'
import { agreementOf } from './evidence-entry'
import { Mark } from './mark'

/** All scenarios by subject, each with its mark. */
export function EvidenceIndex({ locale, evidence }: { locale: Locale; evidence: readonly Evidence[] }) {
  const words = catalogue(locale).evidence
  const byName = new Map(evidence.map((each) => [each.name, each]))
  return (
    <nav className="evidence-index" aria-label={words.index}>
      {subjects.map((subject) => (
        <div key={subject}>
          <p>
            <a href={`#subject-${subject}`}>{words.subjects[subject]}</a>
          </p>
          <ul>
            {SUBJECTS[subject].map((name) => {
              const each = byName.get(name)
              const agreement = each ? agreementOf(each) : 'none'
              return (
                <li key={name}>
                  <Mark agreement={agreement} label={words.marks[agreement]} />{' '}
                  <a href={`#${name}`}>{evidenceAbout(name).title[locale]}</a>
                </li>
              )
            })}
          </ul>
        </div>
      ))}
    </nav>
  )
}
