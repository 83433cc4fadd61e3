import { type CommitRuns, commits, type Outcome } from '@/lib/commits/commits'
import { CLIENT_AWAY, DEATH_NAMES, DEATHS, REPLICA_AWAY } from '@/lib/commits/scenario'
import { words as catalogue, type Words } from '@/lib/words/words'
import type { InLocale } from './bound'
import { CommitLanes } from './commit-lanes'
import { CommitMatrix } from './commit-matrix'
import { CommitOutcome } from './commit-outcome'
import { BUTTONS, SHOWN_AT_DEATH } from './commit-shown'

/**
 * Four commits of one write on the same axis of time, and what is left of each when the server dies at some instant. Radio buttons and
 * style sheets do it all; the table below has every crash, for paper and for those who choose nothing.
 */
export function Commits({ locale }: InLocale) {
  const words = catalogue(locale).commits
  const all = commits()
  return (
    <figure className="group/commits my-8 text-sm" data-commits="">
      <figcaption className="max-w-measure text-soft">
        {words.caption(CLIENT_AWAY, REPLICA_AWAY)} {words.key}
      </figcaption>
      <Choice words={words} />
      <div className="mt-3 grid gap-3 wide:grid-cols-2">
        {all.map((each) => (
          <OneCommit key={each.commit} of={each} words={words} />
        ))}
      </div>
      <CommitMatrix of={all} words={words} />
    </figure>
  )
}

interface Props {
  readonly words: Words['commits']
}

const CHOICE =
  'cursor-pointer rounded-full border border-line bg-panel px-3 py-1 has-checked:border-ink has-checked:font-semibold has-focus-visible:outline-2'

function Choice({ words }: Props) {
  const buttons = [
    { id: BUTTONS.never, label: words.never },
    ...DEATH_NAMES.map((death) => ({ id: BUTTONS[death], label: words.death(DEATHS[death], words.deaths[death]) })),
  ]
  return (
    <fieldset className="mt-4 print:hidden">
      <legend className="pb-1.5">{words.choose}</legend>
      <div className="flex flex-wrap gap-1.5">
        {buttons.map(({ id, label }) => (
          <label key={id} className={CHOICE} htmlFor={id}>
            <input type="radio" className="sr-only" id={id} name="dies" defaultChecked={id === BUTTONS.never} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function OneCommit({ of, words }: Props & { readonly of: CommitRuns }) {
  return (
    <section className="rounded-xl border border-line bg-panel px-4 py-3 break-inside-avoid">
      <p className="font-semibold">{words.names[of.commit]}</p>
      <div className="min-h-[3.6em]">
        <p className={SHOWN_AT_DEATH.never}>{words.told(of)}</p>
        {of.outcomes.map((outcome: Outcome) => (
          <p key={outcome.death} className={SHOWN_AT_DEATH[outcome.death]}>
            <CommitOutcome commit={of} outcome={outcome} words={words} />
          </p>
        ))}
      </div>
      <CommitLanes of={of} words={words} />
    </section>
  )
}
