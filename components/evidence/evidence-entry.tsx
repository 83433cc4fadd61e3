import type { Compared, Evidence } from '@/lib/evidence/evidence'
import { evidenceAbout, evidenceScenario } from '@/lib/evidence/files'
import { labelKey } from '@/lib/evidence/label'
import { usesOf } from '@/lib/evidence/used-in'
import type { Locale } from '@/lib/locale'
import { hostPath, pagePath } from '@/lib/site'
import type { EvidenceWords } from '@/lib/words/en/evidence'
import { words as catalogue } from '@/lib/words/words'
import { agreementOf, outcomeSaid } from './agreement'
import { DecidedFacts } from './decided-facts'
import { Mark } from './mark'
import { QuantityPlot, quantityName, valueText } from './quantity-plot'
import { SetUp } from './set-up'

/** One scenario: what real servers and simulation did with it. Its id is its name; articles and demos link to it. */
export function EvidenceEntry({ locale, evidence }: { locale: Locale; evidence: Evidence }) {
  const words = catalogue(locale).evidence
  const { name } = evidence
  const title = evidenceAbout(name).title[locale]
  const agreement = agreementOf(evidence)
  return (
    <section className="evidence-entry" data-agreement={agreement}>
      <h2 id={name}>{title}</h2>
      <p className={agreement === 'disagree' ? 'evidence-said evidence-odd' : 'evidence-said'}>
        <Mark agreement={agreement} />
        {outcomeSaid(words, evidence)}
      </p>
      <SetUp words={words} scenario={evidenceScenario(name)} />
      {evidence.state === 'compared' && <Results words={words} title={title} results={evidence} />}
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
        <ul className="evidence-quantities" aria-label={words.entry.measured}>
          {spread.map((row) => (
            <QuantityPlot key={labelKey(row.label)} words={words} row={row} />
          ))}
        </ul>
      )}
      {constant.length > 0 && (
        <p className="evidence-constant">
          {words.entry.constant}
          {constant.map((row) => (
            <span key={labelKey(row.label)}>
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
    <div className="evidence-footing">
      {evidence.state === 'compared' && (
        <p>
          {words.entry.meta(evidence.realRuns, evidence.simulatedRuns, evidence.header.server)} · {evidence.header.system} ·{' '}
          <time dateTime={evidence.header.recorded}>{catalogue(locale).site.date(evidence.header.recorded)}</time>
        </p>
      )}
      <p>
        {words.entry.repeat} <code>npm run lab -- {evidence.name} --runs 5</code>
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
