import type { Summary } from '@/lib/evidence/evidence'
import type { Locale } from '@/lib/locale'
import { words as catalogue } from '@/lib/words/words'
import { Mark } from './mark'
import { PhraseOf } from './phrase'

/** What it all comes to: computed, whatever it is. */
export function EvidenceSummary({ locale, summary }: { locale: Locale; summary: Summary }) {
  const { summary: words, entry } = catalogue(locale).evidence
  const { date } = catalogue(locale).site
  const { scenarios, runs, decided, ranges, dates } = summary
  const facts: readonly (readonly [string, string])[] = [
    [words.decided, words.of(decided.lines - decided.disagree, decided.lines)],
    [words.ranges, words.of(ranges.lines - ranges.disagree, ranges.lines)],
    [words.simulated, words.number(summary.simulatedRuns)],
    [words.server, summary.servers.join(entry.comma)],
    [words.system, summary.systems.join(entry.comma)],
    ...(dates === null ? [] : [[words.recorded, words.dates(date(dates[0]), date(dates[1]))] as const]),
  ]
  return (
    <div className="evidence-summary">
      <p className={decided.disagree === 0 ? 'evidence-verdict' : 'evidence-verdict evidence-odd'}>
        <Mark agreement={decided.disagree === 0 ? 'agree' : 'disagree'} />
        <span>
          <PhraseOf
            phrase={decided.disagree === 0 ? words.agree(scenarios, runs) : words.disagree(scenarios, runs, decided.disagree)}
          />
        </span>
      </p>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {summary.unrecorded > 0 && <p className="evidence-missing">{words.unrecorded(summary.unrecorded)}</p>}
      {summary.changed > 0 && <p className="evidence-missing">{words.changed(summary.changed)}</p>}
    </div>
  )
}
