import { OVERVIEW } from '@/lib/evidence/address'
import type { Subject } from '@/lib/evidence/subjects'
import type { Locale } from '@/lib/locale'
import { hostPath, pagePath } from '@/lib/site'
import { words as catalogue } from '@/lib/words/words'

/** What a subject is called and about, below a way back to the overview. */
export function SubjectHead({ locale, subject }: { locale: Locale; subject: Subject }) {
  const words = catalogue(locale).evidence
  const { title, about } = words.subjects[subject]
  return (
    <div className="hero">
      <p className="mb-2">
        <a href={`${hostPath(pagePath(locale, OVERVIEW))}#subject-${subject}`} className="quiet-link">
          ← {words.title}
        </a>
      </p>
      <h1>{title}</h1>
      <p className="lede">{about}</p>
    </div>
  )
}
