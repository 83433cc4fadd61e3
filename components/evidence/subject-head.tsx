import { Hero } from '@/components/site/hero'
import { QuietLink } from '@/components/site/quiet-link'
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
    <Hero
      title={title}
      lede={about}
      way={
        <p className="mb-2">
          <QuietLink href={`${hostPath(pagePath(locale, OVERVIEW))}#subject-${subject}`}>← {words.title}</QuietLink>
        </p>
      }
    />
  )
}
