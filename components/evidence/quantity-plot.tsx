import { BINS, plotOf } from '@/lib/evidence/distribution'
import type { RangeRow } from '@/lib/evidence/lab'
import { quantityLabel } from '@/lib/evidence/labels'
import type { EvidenceWords } from '@/lib/words/en/evidence'
import { Mark } from './mark'

const HEIGHT = 58
/** Foot of the hill of simulated runs, and line of the axis. */
const FOOT = 38
const HILL = 18
/** Dots that would hide each other stand in rows. */
const DOT_ROWS = [31, 22.5, 14, 5.5]

/** Milliseconds: shorter times are told to the millisecond. */
const SHORT = 50

interface Props {
  readonly words: EvidenceWords
  readonly row: RangeRow
}

/** One quantity: real runs as dots over the hill of the simulated ones, on one axis, and the same in numbers. */
export function QuantityPlot({ words, row }: Props) {
  const label = quantityName(words, row.name)
  const [real, simulated] = [rangeText(words, row, row.real), rangeText(words, row, row.simulated)]
  const tolerance = valueText(words, row, Math.abs(row.tolerance))
  return (
    <li className={row.agrees ? 'evidence-quantity' : 'evidence-quantity evidence-odd'}>
      <p className="evidence-quantity-name">
        {!row.agrees && <Mark agreement="disagree" label={words.marks.disagree} />}
        {label}
      </p>
      {row.simulated.length > 0 && (
        <Drawing words={words} row={row} alternative={words.plot.alternative(label, real, simulated, tolerance, row.agrees)} />
      )}
      <dl className="evidence-quantity-values">
        <dt>{words.plot.real}</dt>
        <dd>{real}</dd>
        <dt>{words.plot.simulated}</dt>
        <dd>
          {simulated} <span>{words.plot.tolerance(tolerance)}</span>
        </dd>
      </dl>
    </li>
  )
}

function Drawing({ words, row, alternative }: Props & { alternative: string }) {
  const { ticks, allowed, real, simulated } = plotOf(row)
  const digits = decimals(ticks.map(({ value }) => value / 1000))
  return (
    <svg className="evidence-plot" height={HEIGHT} role="img" aria-label={alternative}>
      <rect className="evidence-allowed" x={percent(allowed[0])} width={percent(allowed[1] - allowed[0])} y="0" height={FOOT} />
      <svg y={FOOT - HILL} height={HILL} width="100%" viewBox={`0 0 ${BINS} 1`} preserveAspectRatio="none" aria-hidden="true">
        <path className="evidence-hill" d={hill(simulated)} />
      </svg>
      <line className="evidence-axis" x1="0" x2="100%" y1={FOOT} y2={FOOT} />
      {ticks.map(({ value, place }) => (
        <text key={value} className="evidence-tick" x={percent(place)} y={HEIGHT - 5}>
          {row.kind === 'count' ? words.summary.number(value) : words.plot.seconds((value / 1000).toFixed(digits))}
        </text>
      ))}
      {real.map(({ place, beside }, index) => {
        const cy = DOT_ROWS[Math.min(beside, DOT_ROWS.length - 1)]
        // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a recording never move
        return <circle key={index} className="evidence-run" cx={percent(place)} cy={cy} r="3.5" />
      })}
    </svg>
  )
}

export function quantityName(words: EvidenceWords, name: string): string {
  const label = quantityLabel(name)
  return words.quantities[label.code](label)
}

export function valueText(words: EvidenceWords, { kind }: RangeRow, value: number): string {
  return kind === 'count' ? words.summary.number(Math.round(value)) : words.plot.time(value, value < SHORT ? 3 : 2)
}

function rangeText(words: EvidenceWords, row: RangeRow, values: readonly number[]): string {
  const [least, most] = [values[0], values.at(-1)]
  if (least === undefined || most === undefined) return words.plot.nothing
  return words.plot.range(valueText(words, row, least), valueText(words, row, most))
}

/** How many decimals tell all of these apart. */
function decimals(values: readonly number[]): number {
  return [0, 1, 2].find((digits) => values.every((value) => Math.abs(value - Number(value.toFixed(digits))) < 1e-9)) ?? 3
}

/** Steps as one outline; an empty part lies on the ground. */
function hill(shares: readonly number[]): string {
  const steps = shares.map((share, index) => (share === 0 ? '' : `M${index} 1V${Math.round((1 - share) * 100) / 100}h1V1z`))
  return steps.join('')
}

function percent(place: number): string {
  return `${Math.round(place * 10_000) / 100}%`
}
