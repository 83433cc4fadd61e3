import type { Compared, Evidence } from '@/lib/evidence/evidence'
import { evidenceAbout, evidenceScenario } from '@/lib/evidence/files'
import { labelKey } from '@/lib/evidence/label'
import { serverName } from '@/lib/evidence/server-name'
import { usesOf } from '@/lib/evidence/used-in'
import type { Locale } from '@/lib/locale'
import { hostPath, pagePath } from '@/lib/site'
import type { EvidenceWords } from '@/lib/words/en/evidence'
import { words as catalogue } from '@/lib/words/words'
import { agreementOf, outcomeSaid } from './agreement'
import { DecidedFacts } from './decided-facts'
import { Mark } from './mark'
import { OnMariadb } from './on-mariadb'
import { QuantityPlot, quantityName, valueText } from './quantity-plot'
import { SetUp } from './set-up'

/** It stands out where a link led to it. On paper it is no box, and whole where it can be. */
const BOX = [
  'mt-5 rounded-panel border border-line bg-panel px-6.5 pt-5.5 pb-4.5 text-md leading-normal tabular-nums has-[>h2:target]:border-accent',
  'max-sm:-mx-3 max-sm:px-3.5 max-sm:pt-4 max-sm:pb-3.5',
  'print:break-inside-avoid print:rounded-none print:border-x-0 print:border-b-0 print:px-0 print:py-3',
].join(' ')

/** One scenario: what real servers and simulation did with it. Its id is its name; articles and demos link to it. */
export function EvidenceEntry({ locale, evidence }: { locale: Locale; evidence: Evidence }) {
  const words = catalogue(locale).evidence
  const { name } = evidence
  const title = evidenceAbout(name).title[locale]
  const agreement = agreementOf(evidence)
  return (
    <section className={BOX} data-agreement={agreement}>
      <h2 id={name} className="text-lg leading-[1.35] font-strong tracking-normal text-wrap normal-nums">
        {title}
      </h2>
      <p className={`mt-[0.2rem] flex items-baseline gap-[0.5em] ${agreement === 'disagree' ? 'font-strong' : 'text-soft'}`}>
        <Mark agreement={agreement} />
        {outcomeSaid(words, evidence)}
      </p>
      <SetUp words={words} scenario={evidenceScenario(name)} />
      {evidence.state === 'compared' && <Results words={words} title={title} results={evidence} />}
      {evidence.state === 'compared' && evidence.mariadb !== null && <OnMariadb words={words} results={evidence.mariadb} />}
      <Footing locale={locale} evidence={evidence} />
    </section>
  )
}

function Results({ words, title, results }: { words: EvidenceWords; title: string; results: Compared }) {
  const { decided, spread, constant } = results
  return (
    <>
      {decided.length > 0 && <DecidedFacts words={words} rows={decided} title={title} />}
      {spread.length > 0 && (
        <ul
          className="mt-5.5 grid grid-cols-[repeat(auto-fill,minmax(17rem,1fr))] gap-x-9 gap-y-5.5 print:grid-cols-[repeat(3,1fr)]"
          aria-label={words.entry.measured}
        >
          {spread.map((row) => (
            <QuantityPlot key={labelKey(row.label)} words={words} row={row} />
          ))}
        </ul>
      )}
      {constant.length > 0 && (
        <p className="mt-4.5 text-sm text-soft">
          {words.entry.constant}
          {constant.map((row) => (
            <span key={labelKey(row.label)} className="ml-[0.9em] inline-block text-ink">
              {words.entry.constantItem(quantityName(words, row), valueText(words, row, row.real[0] ?? 0))}
            </span>
          ))}
        </p>
      )}
    </>
  )
}

/** Where it comes from, how to repeat it, and which articles show it. */
function Footing({ locale, evidence }: { locale: Locale; evidence: Evidence }) {
  const words = catalogue(locale).evidence
  const uses = usesOf(locale, evidence.name)
  return (
    <div className="mt-4.5 flex flex-wrap gap-x-7 gap-y-[0.2rem] border-t border-line pt-3 text-xs text-soft">
      {evidence.state === 'compared' && (
        <p>
          {words.entry.meta(evidence.realRuns, evidence.simulatedRuns, serverName(evidence.header.server))} ·{' '}
          {evidence.header.system} ·{' '}
          <time dateTime={evidence.header.recorded}>{catalogue(locale).site.date(evidence.header.recorded)}</time>
        </p>
      )}
      <p>
        {words.entry.repeat} <code className="text-ink">npm run lab -- {evidence.name} --runs 5</code>
      </p>
      {uses.length > 0 && (
        <p>
          {words.entry.shownIn}{' '}
          {uses.map(({ slug, title, section }, index) => (
            <span key={slug}>
              {index > 0 && words.entry.comma}
              <a href={hostPath(pagePath(locale, slug)) + (section && `#${section}`)}>{title}</a>
            </span>
          ))}
        </p>
      )}
    </div>
  )
}
