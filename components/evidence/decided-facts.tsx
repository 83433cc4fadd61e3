import type { DecidedRow, Tally } from '@/lib/evidence/compare'
import { factText } from '@/lib/evidence/fact-text'
import type { FactCode } from '@/lib/evidence/facts'
import type { EvidenceWords } from '@/lib/words/en/evidence'
import { Mark } from './mark'

/** What real and simulated clusters decided, side by side. */
export function DecidedFacts({ words, rows, title }: { words: EvidenceWords; rows: readonly DecidedRow[]; title: string }) {
  const { entry, marks } = words
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable with the keyboard
    <section className="evidence-facts" tabIndex={0} aria-label={entry.titled(title, entry.decided)}>
      <table>
        <thead>
          <tr>
            <th scope="col">{entry.decided}</th>
            <th scope="col">{entry.real}</th>
            <th scope="col">{entry.simulated}</th>
            <th scope="col">
              <span className="evidence-unseen">{entry.agreement}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code} className={row.agrees ? undefined : 'evidence-odd'}>
              <th scope="row">{words.facts[row.code]}</th>
              <td>
                <Values words={words} code={row.code} tallies={row.real} />
              </td>
              <td>
                <Values words={words} code={row.code} tallies={row.simulated} />
              </td>
              <td>
                <Mark agreement={row.agrees ? 'agree' : 'disagree'} label={row.agrees ? marks.agree : marks.disagree} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Values({ words, code, tallies }: { words: EvidenceWords; code: FactCode; tallies: readonly Tally[] }) {
  const of = tallies.reduce((sum, { runs }) => sum + runs, 0)
  return tallies
    .map(({ fact, runs }) => ({ value: factText(words, code, fact), runs }))
    .sort((a, b) => b.runs - a.runs || (a.value < b.value ? -1 : 1))
    .map(({ value, runs }) => (
      <span key={value} className="evidence-value">
        {runs === of ? value : words.entry.share(value, runs, of)}
      </span>
    ))
}
