import type { DecidedRow, Tally } from '@/lib/evidence/compare'
import { factText } from '@/lib/evidence/fact-text'
import type { FactCode } from '@/lib/evidence/facts'
import type { EvidenceWords } from '@/lib/words/en/evidence'
import { Mark } from './mark'

/** Of every cell; the last one, a mark, ends with the table. */
const CELLS = [
  '[&_:is(th,td)]:py-[0.4rem] [&_:is(th,td)]:pr-4',
  'max-sm:[&_:is(th,td)]:pr-[0.6rem] [&_:is(th,td):last-child]:pr-0',
].join(' ')

/** What real and simulated clusters decided, side by side. */
export function DecidedFacts({ words, rows, title }: { words: EvidenceWords; rows: readonly DecidedRow[]; title: string }) {
  const { entry, marks } = words
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable with the keyboard
    <section className="mt-4 overflow-x-auto" tabIndex={0} aria-label={entry.titled(title, entry.decided)}>
      <table
        className={`w-full table-fixed border-collapse text-[0.90625rem] max-sm:text-xs max-sm:leading-[1.4] max-sm:wrap-anywhere ${CELLS}`}
      >
        <colgroup>
          <col className="w-[22%] max-sm:w-[31%]" />
          <col />
          <col />
          <col className="w-6" />
        </colgroup>
        <thead className="border-b border-edge align-top text-xs text-soft">
          <tr>
            <th scope="col">{entry.decided}</th>
            <th scope="col">{entry.real}</th>
            <th scope="col">{entry.simulated}</th>
            <th scope="col">
              <span className="sr-only">{entry.agreement}</span>
            </th>
          </tr>
        </thead>
        <tbody className="align-top">
          {rows.map((row) => (
            <tr
              key={row.code}
              className={`border-b border-line ${row.agrees ? '' : 'font-strong'}`}
              data-odd={!row.agrees || undefined}
            >
              <th scope="row" className={row.agrees ? 'text-soft' : undefined}>
                {words.facts[row.code]}
              </th>
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
    .map(({ value, runs }) => <div key={value}>{runs === of ? value : words.entry.share(value, runs, of)}</div>)
}
