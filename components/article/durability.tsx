import { FAILURES } from '@/lib/durability/failures'
import { durabilityMatrix, type FailureRow, type Loss } from '@/lib/durability/matrix'
import { MEASURE_NAMES, MEASURES, type MeasureName } from '@/lib/durability/measures'
import type { Locale } from '@/lib/locale'
import { words } from '@/lib/words/words'
import type { InLocale } from './bound'

const HEAD = 'pr-3 pb-2 align-bottom text-soft'
const CELL = 'align-top wide:border-b wide:border-line wide:py-2 wide:pr-3'
/** Where it is narrow, a failure is a list. */
const ROW = 'max-wide:block max-wide:border-b max-wide:border-line max-wide:py-3'

const isConfirmed = (measure: MeasureName) => MEASURES[measure].command !== null

/** Every failure with every setting and every command, each from a run of its own: what is lost. */
export function Durability({ locale }: InLocale) {
  const { durability } = words(locale)
  const confirmed = MEASURE_NAMES.filter(isConfirmed).length
  return (
    <figure className="my-8 text-sm" data-durability="">
      <table className="w-full border-collapse text-left tabular-nums max-wide:block">
        <caption className="max-w-measure pb-3 text-left text-base max-wide:block">{durability.caption}</caption>
        <thead className="max-wide:hidden">
          <tr>
            <th rowSpan={2} className={`${HEAD} w-[19%] border-b border-edge`}>
              {durability.failure}
            </th>
            <th scope="colgroup" colSpan={MEASURE_NAMES.length - confirmed} className={HEAD}>
              {durability.ofAcknowledged}
            </th>
            <th scope="colgroup" colSpan={confirmed} className={HEAD}>
              {durability.ofConfirmed}
            </th>
          </tr>
          <tr>
            {MEASURE_NAMES.map((measure) => (
              <th key={measure} scope="col" className={`${HEAD} border-b border-edge`}>
                <MeasureLabel measure={measure} locale={locale} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-wide:block">
          {durabilityMatrix().map((row) => (
            <Row key={row.failure} row={row} locale={locale} />
          ))}
        </tbody>
      </table>
    </figure>
  )
}

function Row({ row: { failure, losses }, locale }: { row: FailureRow; locale: Locale }) {
  const { durability } = words(locale)
  const { shownAt } = FAILURES[failure]
  const name = durability.failures[failure]
  return (
    <tr className={ROW}>
      <th scope="row" className={`${CELL} font-semibold max-wide:block max-wide:pb-1 max-wide:text-base`}>
        {shownAt === null ? name : <a href={shownAt}>{name}</a>}
      </th>
      {losses.map((loss) => (
        <td key={loss.measure} className={`${CELL} max-wide:flex max-wide:justify-between max-wide:gap-2 max-wide:py-0.5`}>
          <span className="text-soft wide:hidden">
            <MeasureLabel measure={loss.measure} locale={locale} />
          </span>
          <LossText loss={loss} locale={locale} />
        </td>
      ))}
    </tr>
  )
}

/** The command, if there is one, and what the servers keep. */
function MeasureLabel({ measure, locale }: { measure: MeasureName; locale: Locale }) {
  const { aof, command } = MEASURES[measure]
  return (
    <>
      {command !== null && <code className="mr-[1ch] whitespace-nowrap wide:block">{command}</code>}
      {words(locale).durability.aof[aof]}
    </>
  )
}

function LossText({ loss: { lost, of }, locale }: { loss: Loss; locale: Locale }) {
  const { durability, site } = words(locale)
  return (
    <span className="whitespace-nowrap">
      <b className={lost > 0 ? 'text-lost' : 'font-normal'}>{site.number(lost)}</b>{' '}
      <span className="text-soft">{durability.of(site.number(of))}</span>
    </span>
  )
}
