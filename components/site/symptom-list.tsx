import { InlineCode } from '@/components/code/inline-code'
import type { Symptom } from '@/lib/content/symptoms'
import type { Locale } from '@/lib/locale'
import { hostPath, pagePath } from '@/lib/site'
import { words } from '@/lib/words/words'

interface Props {
  readonly locale: Locale
  readonly symptoms: readonly Symptom[]
  /** Only what is seen: what it comes to stands on the page of all symptoms. */
  readonly brief: boolean
}

/** What somebody may see, what it comes to, and the way to the section that explains it. */
export function SymptomList({ locale, symptoms, brief }: Props) {
  const { told } = words(locale).symptoms
  return (
    <ul className="grid max-w-208">
      {symptoms.map(({ id, printed, to }) => (
        <li key={id} id={brief ? undefined : id} className={`${ENTRY} ${brief ? 'py-1.5 text-md' : 'py-3 target:bg-cut'}`}>
          <a href={sectionHref(locale, to)} className={LINK}>
            {printed === null ? <InlineCode text={told[id].sign} /> : <code>{printed}</code>}
          </a>
          {printed !== null && (
            <span className="ml-2 text-sm text-soft">
              <InlineCode text={told[id].sign} />
            </span>
          )}
          {!brief && (
            <p className="text-md text-soft [&_code]:text-ink">
              <InlineCode text={told[id].means} />
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

const ENTRY = 'group relative border-t border-line leading-normal'

/** The whole entry is its target. */
const LINK = 'font-strong text-ink no-underline group-hover:underline after:absolute after:inset-0'

/** `../wait/#what-it-does`, from wherever the list stands. */
function sectionHref(locale: Locale, to: string): string {
  return hostPath(pagePath(locale)) + to.replace(/^\.\.\//, '')
}
