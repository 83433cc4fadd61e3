import type { CommitRuns } from '@/lib/commits/commits'
import { DEATH_NAMES, DEATHS } from '@/lib/commits/scenario'
import type { Words } from '@/lib/words/words'
import { CommitOutcome } from './commit-outcome'

interface Props {
  readonly of: readonly CommitRuns[]
  readonly words: Words['commits']
}

const ROW = 'max-wide:block max-wide:border-b max-wide:border-line max-wide:py-2'
const CELL = 'align-top max-wide:block max-wide:py-1 wide:border-b wide:border-line wide:py-2 wide:pr-4'

/** Every crash of every commit, each from a run of its own. On a phone a row is a list. */
export function CommitMatrix({ of, words }: Props) {
  return (
    <table className="mt-4 w-full text-left tabular-nums max-wide:block">
      <caption className="max-w-measure pb-2 text-left text-soft max-wide:block">{words.matrix}</caption>
      <thead className="max-wide:hidden">
        <tr>
          <th className={`${CELL} text-soft`}>{words.when}</th>
          {of.map(({ commit }) => (
            <th key={commit} className={`${CELL} w-[21%] text-soft`}>
              {words.names[commit]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-wide:block">
        {DEATH_NAMES.map((death, row) => (
          <tr key={death} className={ROW}>
            <th scope="row" className={`${CELL} font-semibold`}>
              {words.death(DEATHS[death], words.deaths[death])}
            </th>
            {of.map((commit) => {
              const outcome = commit.outcomes[row]
              return (
                <td key={commit.commit} className={CELL}>
                  <span className="text-soft wide:hidden">
                    {words.names[commit.commit]}
                    {words.colon}
                  </span>
                  {outcome && <CommitOutcome commit={commit} outcome={outcome} words={words} />}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
