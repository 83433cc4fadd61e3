import { InlineCode } from '@/components/code/inline-code'
import { type Answer, QUESTION_NAMES, QUESTIONS, type Question, USUAL } from '@/lib/guide/answers'
import { outcomeOf } from '@/lib/guide/kept'
import type { Locale } from '@/lib/locale'
import { words } from '@/lib/words/words'
import type { InLocale } from '../bound'
import { when } from './when'

/** What a reader answers. Until then the usual answers count, or those of the address; they are marked alike. */
export function Questions({ locale }: InLocale) {
  return (
    <div className="grid content-start gap-5">
      {QUESTION_NAMES.map((question) => (
        <AskedQuestion key={question} question={question} locale={locale} />
      ))}
    </div>
  )
}

function AskedQuestion<Of extends Question>({ question, locale }: { question: Of; locale: Locale }) {
  const { ask, answers } = words(locale).guide.questions[question]
  const inOrder = orderOf(question)
  return (
    <fieldset className="break-inside-avoid">
      <legend className="mb-2 font-strong">{ask}</legend>
      <div className="grid gap-2 sm:grid-flow-col sm:auto-cols-fr">
        {inOrder.map((answer) => {
          const { label, hint } = answers[answer](soonAgain(question, answer, locale))
          return (
            <label
              key={answer}
              className="relative cursor-pointer rounded-lg border border-line bg-panel px-3 py-2 text-md leading-snug has-focus-visible:outline-2 has-focus-visible:outline-offset-3 has-focus-visible:outline-accent hover:border-edge"
            >
              <input type="radio" name={question} value={answer} autoComplete="off" className="sr-only" />
              <span
                className="pointer-events-none absolute -inset-px rounded-lg border-2 border-accent"
                aria-hidden="true"
                {...when({ [question]: answer })}
              />
              <span className="font-semibold">{label}</span>
              <span className="mt-0.5 block text-sm text-soft">
                <InlineCode text={hint} />
              </span>
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}

/** As they are read: numbers by size, times by length, no before yes. */
function orderOf<Of extends Question>(question: Of): readonly Answer<Of>[] {
  const order: { readonly [Of in Question]: readonly Answer<Of>[] } = {
    ...QUESTIONS,
    replicas: ['one', 'two', 'three'],
    failover: ['quick', 'usual', 'patient'],
  }
  return order[question]
}

/** After which time writes go on elsewhere, with the answer to the question about it, in a run. */
function soonAgain(question: Question, answer: string, locale: Locale): string {
  const answers = QUESTIONS.failover.find((each) => question === 'failover' && each === answer)
  if (answers === undefined) return ''
  const { stoppedMs } = outcomeOf({ ...USUAL, failover: answers }, 'cut-off')
  return words(locale).site.seconds(String(Math.round(stoppedMs / 1000)))
}
