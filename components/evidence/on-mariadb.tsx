import type { Tally } from '@/lib/evidence/compare'
import type { Mariadb } from '@/lib/evidence/evidence'
import { factText } from '@/lib/evidence/fact-text'
import type { FactCode } from '@/lib/evidence/facts'
import { labelKey } from '@/lib/evidence/label'
import { serverName } from '@/lib/evidence/server-name'
import type { EvidenceWords } from '@/lib/words/en/evidence'
import { quantityName, rangeText } from './quantity-plot'

/** What MariaDB did with a scenario of MySQL, where that is something else. */
export function OnMariadb({ words, results }: { words: EvidenceWords; results: Mariadb }) {
  const { header, realRuns, decided, ranges } = results
  const server = serverName(header.server)
  const differences = [
    ...decided.map((row) => ({
      key: row.code,
      what: words.facts[row.code],
      real: factsSaid(words, row.code, row.real),
      simulated: factsSaid(words, row.code, row.simulated),
    })),
    ...ranges.map((row) => ({
      key: labelKey(row.label),
      what: quantityName(words, row),
      real: rangeText(words, row, row.real),
      simulated: rangeText(words, row, row.simulated),
    })),
  ]
  const { same, differs, difference } = words.entry.mariadb
  return (
    <div className="mt-4.5 text-sm" data-mariadb={differences.length}>
      <p>{differences.length === 0 ? same(server, realRuns) : differs(server, realRuns)}</p>
      {differences.length > 0 && (
        <ul className="mt-[0.3rem] list-disc pl-[1.2em]">
          {differences.map(({ key, what, real, simulated }) => (
            <li key={key}>{difference(what, real, simulated)}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

function factsSaid(words: EvidenceWords, code: FactCode, tallies: readonly Tally[]): string {
  return tallies.map(({ fact }) => factText(words, code, fact)).join(words.semicolon)
}
