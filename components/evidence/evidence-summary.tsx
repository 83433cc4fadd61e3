import type { Summary } from '@/lib/evidence/evidence'
import { serverName } from '@/lib/evidence/server-name'
import type { Locale } from '@/lib/locale'
import { words as catalogue } from '@/lib/words/words'
import { Mark } from './mark'
import { PhraseOf } from './phrase'

/** What it all comes to: computed, whatever it is. */
export function EvidenceSummary({ locale, summary }: { locale: Locale; summary: Summary }) {
  const { summary: words, entry } = catalogue(locale).evidence
  const { date } = catalogue(locale).site
  const { decided, ranges, dates } = summary
  const facts: readonly (readonly [string, string])[] = [
    [words.decided, words.of(decided.lines - decided.disagree, decided.lines)],
    [words.ranges, words.of(ranges.lines - ranges.disagree, ranges.lines)],
    [words.simulated, words.number(summary.simulatedRuns)],
    [words.server, summary.servers.map(serverName).join(entry.comma)],
    [words.system, summary.systems.join(entry.comma)],
    ...(dates === null ? [] : [[words.recorded, words.dates(date(dates[0]), date(dates[1]))] as const]),
  ]
  const missing = [
    ...(summary.unrecorded > 0 ? [words.unrecorded(summary.unrecorded)] : []),
    ...(summary.changed > 0 ? [words.changed(summary.changed)] : []),
  ]
  return (
    <div className="mt-8 rounded-panel border border-line bg-panel px-6.5 py-5.5 tabular-nums max-sm:-mx-3 max-sm:px-3.5 max-sm:pt-4 max-sm:pb-3.5">
      <Verdict locale={locale} summary={summary} />
      <dl className="mt-5 grid grid-cols-[repeat(auto-fit,minmax(15rem,1fr))] gap-x-8 gap-y-4 max-sm:grid-cols-[1fr_1fr] max-sm:gap-x-4 max-sm:gap-y-3">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="text-sm text-soft">{name}</dt>
            <dd className="font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
      {missing.map((text) => (
        <p key={text} className="mt-3 text-sm text-soft">
          {text}
        </p>
      ))}
    </div>
  )
}

function Verdict({ locale, summary: { scenarios, runs, decided } }: { locale: Locale; summary: Summary }) {
  const { summary: words } = catalogue(locale).evidence
  const agreement = decided.disagree === 0 ? 'agree' : 'disagree'
  return (
    <p
      className={`flex gap-[0.55em] text-xl leading-[1.35] tracking-[-0.012em] text-pretty zh:tracking-normal ${agreement === 'agree' ? '' : 'font-strong'}`}
      data-verdict={agreement}
    >
      <Mark agreement={agreement} className="mt-[0.28em]" />
      <span>
        <PhraseOf
          phrase={agreement === 'agree' ? words.agree(scenarios, runs) : words.disagree(scenarios, runs, decided.disagree)}
        />
      </span>
    </p>
  )
}
