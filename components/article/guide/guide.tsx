import { islandFile } from '@/components/site/islands'
import { everyAnswer, outcomeId } from '@/lib/guide/answers'
import { hostPath } from '@/lib/site'
import { words } from '@/lib/words/words'
import type { InLocale } from '../bound'
import { ClientAdvice } from './client-advice'
import { FaultTable } from './fault-table'
import { GateTable } from './gate-table'
import { GuideFile } from './guide-file'
import { Questions } from './questions'
import { when } from './when'

/** Leads from a few answers to both files, to what is still lost with them, and to what clients have to do. It needs no script. */
export function Guide({ locale }: InLocale) {
  const { guide } = words(locale)
  return (
    <div className="max-w-none" data-guide="">
      <script type="module" src={hostPath(`/islands/${islandFile('guide')}`)} />
      <div className="grid grid-cols-1 gap-x-10 gap-y-8 min-[60rem]:grid-cols-[minmax(0,1fr)_minmax(0,25rem)] wide:grid-cols-2 wide:gap-x-14 print:block">
        <Questions locale={locale} />
        <div className="grid grid-cols-1 content-start gap-4 max-[60rem]:max-w-measure print:mt-6">
          <p className="text-sm text-soft">
            {guide.address}{' '}
            {everyAnswer().map((answers) => {
              const id = outcomeId(answers)
              return (
                <a key={id} id={id} href={`#${id}`} className="wrap-anywhere" {...when(answers)}>
                  #{id}
                </a>
              )
            })}
          </p>
          <GuideFile file="redis.conf" locale={locale} />
          <GuideFile file="sentinel.conf" locale={locale} />
        </div>
      </div>
      <FaultTable locale={locale} />
      <ClientAdvice locale={locale} />
      <GateTable locale={locale} />
    </div>
  )
}
