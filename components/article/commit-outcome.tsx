import type { CommitRuns, Fate, Outcome } from '@/lib/commits/commits'
import type { Words } from '@/lib/words/words'

interface Props {
  readonly commit: CommitRuns
  readonly outcome: Outcome
  readonly words: Words['commits']
}

/** Colour is fate: only what was acknowledged can be lost. */
const LOOKS: Readonly<Record<Fate, string>> = { kept: 'text-safe', lost: 'text-lost', vanished: '', gone: '' }

/** What is left of a write after one crash, in words: its fate, what the client knows, and who had read it. */
export function CommitOutcome({ commit: { commit, source, replica }, outcome: { told, seen, fate, old }, words }: Props) {
  const answer = commit === 'wait' && told === 'ok' ? 'uncounted' : told
  return (
    <>
      <strong className={LOOKS[fate]}>{words.fates[fate]}</strong>{' '}
      {[words.answers[answer], words.seen[seen](source, replica), words.old(fate, old, source)].filter(Boolean).join(words.space)}
    </>
  )
}
