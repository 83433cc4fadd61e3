import { InlineCode } from '@/components/code/inline-code'
import { sectionTitles } from '@/lib/content/section-titles'
import { type TermGroup, termsOf } from '@/lib/content/terms'
import type { Locale } from '@/lib/locale'
import { words } from '@/lib/words/words'

/**
 * The terms of a group. A name is a link to itself, so that its address can be taken from it; the link to where more is told is called
 * after that section.
 */
export function GlossaryEntries({ locale, group }: { locale: Locale; group: TermGroup }) {
  const { entries } = words(locale).glossary
  const titleOf = sectionTitles(locale)
  return (
    <dl className="mt-5 grid gap-y-5">
      {termsOf(group).map(({ id, more: to }) => {
        const { name, also, text } = entries[id]
        return (
          <div key={id} className="-mx-3 break-inside-avoid rounded-lg px-3 py-1 has-[dt:target]:bg-cut">
            <dt id={id}>
              <a href={`#${id}`} className="font-strong text-ink no-underline hover:underline">
                {name}
              </a>
              {also !== undefined && (
                <span className="ml-3 text-sm text-soft">
                  <InlineCode text={also} />
                </span>
              )}
            </dt>
            <dd className="mt-1 text-soft [&_code]:text-ink">
              <InlineCode text={text} />
              {to !== null && (
                <>
                  {' '}
                  <a href={to} className="print:hidden">
                    {titleOf(to)}
                  </a>
                </>
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
