import { type Answers, everyAnswer, outcomeId } from '@/lib/guide/answers'
import { EVERY_MS, FAULTS, type FaultName, faultsOf, LASTS_MS } from '@/lib/guide/faults'
import { outcomeOf } from '@/lib/guide/kept'
import type { FaultOutcome } from '@/lib/guide/outcome'
import type { Locale } from '@/lib/locale'
import { words } from '@/lib/words/words'
import type { InLocale } from '../bound'
import { printFigure } from '../print-figure'
import { Cell, HeadCell, Table } from '../table'
import { when } from './when'

/** What each choice loses and refuses under the same faults. Power makes no difference to them: nobody loses it. */
export function FaultTable({ locale }: InLocale) {
  const { guide, site } = words(locale)
  const { columns } = guide
  return (
    <section className="mt-10 grid grid-cols-1 gap-3">
      <h3 className="text-lg">{guide.losesTitle}</h3>
      <Table>
        <thead>
          <tr>
            <HeadCell wordy>{columns.fault}</HeadCell>
            <HeadCell wordy={false}>{columns.lost}</HeadCell>
            <HeadCell>{columns.refused}</HeadCell>
            <HeadCell>{columns.stopped}</HeadCell>
          </tr>
        </thead>
        {everyAnswer(['replicas', 'worse', 'wait', 'failover']).map((answers) => (
          <tbody key={outcomeId(answers)} {...when(shownFor(answers))}>
            {faultsOf(answers).map((fault) => (
              <Row key={fault} answers={answers} fault={fault} locale={locale} />
            ))}
          </tbody>
        ))}
      </Table>
      <p className="max-w-measure text-sm text-soft">
        {guide.runs({ perSecond: site.number(1000 / EVERY_MS), lasts: site.seconds(String(LASTS_MS / 1000)) })}
      </p>
    </section>
  )
}

function shownFor({ replicas, worse, wait, failover }: Answers): Partial<Answers> {
  return { replicas, worse, wait, failover }
}

function Row({ answers, fault, locale }: { answers: Answers; fault: FaultName; locale: Locale }) {
  const { guide, site } = words(locale)
  const outcome = outcomeOf(answers, fault)
  const stopped = printFigure(outcome.stoppedMs, 'span', locale)
  return (
    <tr>
      <Cell>
        <a href={FAULTS[fault].shownAt}>{guide.faults[fault]}</a>
      </Cell>
      <Cell>
        <Lost outcome={outcome} locale={locale} />
      </Cell>
      <Cell>{site.number(outcome.refused)}</Cell>
      <Cell>{outcome.resumed ? stopped : guide.atLeast(stopped)}</Cell>
    </tr>
  )
}

/** Where clients wait, what they were told is safe counts, and beside it the rest. */
function Lost({ outcome, locale }: { outcome: FaultOutcome; locale: Locale }) {
  const { guide, site } = words(locale)
  const { lost, acknowledged, waited } = outcome
  const counted = waited?.confirmedLost ?? lost
  const told = waited
    ? guide.confirmedLost(site.number(counted), site.number(waited.confirmed))
    : guide.lost(site.number(counted), site.number(acknowledged))
  return (
    <>
      <b className={counted > 0 ? 'text-lost' : ''}>{told.lost}</b> <span className="text-soft">{told.of}</span>
      {lost > counted && <span className="block text-sm text-soft">{guide.unconfirmedLost(site.number(lost - counted))}</span>}
    </>
  )
}
