import type { DecidedRow } from '@/lib/evidence/lab'
import { factLabel } from '@/lib/evidence/labels'
import type { EvidenceWords } from '@/lib/words/en/evidence'
import { Mark } from './mark'

/** What real and simulated clusters decided, side by side. */
export function DecidedFacts({ words, rows, title }: { words: EvidenceWords; rows: readonly DecidedRow[]; title: string }) {
  const { entry, marks } = words
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable with the keyboard
    <section className="evidence-facts" tabIndex={0} aria-label={`${title}: ${entry.decided}`}>
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
            <tr key={row.name} className={row.agrees ? undefined : 'evidence-odd'}>
              <th scope="row">{words.facts[factLabel(row.name).code]}</th>
              <td>
                <Values words={words} values={row.real} />
              </td>
              <td>
                <Values words={words} values={row.simulated} />
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

function Values({ words, values }: { words: EvidenceWords; values: ReadonlyMap<string, number> }) {
  const of = [...values.values()].reduce((sum, count) => sum + count, 0)
  return [...values]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([value, count]) => (
      <span key={value} className="evidence-value">
        {count === of ? words.fact(value) : words.entry.share(words.fact(value), count, of)}
      </span>
    ))
}
