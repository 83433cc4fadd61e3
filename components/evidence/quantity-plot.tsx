import type { RangeRow } from '@/lib/evidence/compare'
import { BINS, plotOf } from '@/lib/evidence/distribution'
import type { EvidenceWords } from '@/lib/words/en/evidence'
import { Mark } from './mark'
import { Allowed, Dots, Hill } from './plot-marks'

const HEIGHT = 58
/** Foot of the hill of simulated runs, and line of the axis. */
const FOOT = 38
const HILL = 18
/** Dots that would hide each other stand in rows. */
const DOT_ROWS = [31, 22.5, 14, 5.5]

/** Milliseconds: shorter times are told to the millisecond. */
const SHORT = 50

/** Names the values beside it. */
const WHOSE = 'inline-block min-w-[4.75em] text-soft'

interface Props {
  readonly words: EvidenceWords
  readonly row: RangeRow
}

/** One quantity: real runs as dots over the hill of the simulated ones, on one axis, and the same in numbers. */
export function QuantityPlot({ words, row }: Props) {
  const label = quantityName(words, row)
  const [real, simulated] = [rangeText(words, row, row.real), rangeText(words, row, row.simulated)]
  const tolerance = valueText(words, row, Math.abs(row.tolerance))
  return (
    <li className={`min-w-0 ${row.agrees ? '' : 'font-strong'}`} data-odd={!row.agrees || undefined}>
      <p className="text-sm font-semibold">
        {!row.agrees && <Mark agreement="disagree" label={words.marks.disagree} className="mr-[0.45em]" />}
        {label}
      </p>
      {row.simulated.length > 0 && (
        <Drawing words={words} row={row} alternative={words.plot.alternative(label, real, simulated, tolerance, row.agrees)} />
      )}
      <p className="mt-[0.15rem] text-xs leading-[1.45]">
        <span className={WHOSE}>{words.plot.real}</span> {real}
        <br />
        <span className={WHOSE}>{words.plot.simulated}</span> {simulated}{' '}
        <span className="text-soft">{words.plot.tolerance(tolerance)}</span>
      </p>
    </li>
  )
}

/** Few elements, and none a run: there are a hundred plots on a page. */
function Drawing({ words, row, alternative }: Props & { alternative: string }) {
  const { ticks, allowed, real, simulated } = plotOf(row)
  const digits = decimals(ticks.map(({ value }) => value / 1000))
  return (
    <svg className="mt-[0.4rem] block w-full overflow-visible" height={HEIGHT} role="img" aria-label={alternative}>
      <svg
        className="overflow-visible"
        height={FOOT + 1}
        width="100%"
        viewBox={`0 0 ${BINS} ${FOOT + 1}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <Allowed d={`M${across(allowed[0])} 0V${FOOT}H${across(allowed[1])}V0z`} />
        <Hill d={hill(simulated)} />
        <path className="fill-none stroke-edge" vectorEffect="non-scaling-stroke" d={`M0 ${FOOT}H${BINS}`} />
        <Dots d={dots(real)} runs={real.length} />
      </svg>
      <g className="fill-soft text-[11.5px]" textAnchor="middle">
        {ticks.map(({ value, place }) => (
          <text key={value} x={`${Math.round(place * 1000) / 10}%`} y={HEIGHT - 5}>
            {row.kind === 'count' ? words.summary.number(value) : words.plot.seconds((value / 1000).toFixed(digits))}
          </text>
        ))}
      </g>
    </svg>
  )
}

export function quantityName({ quantities }: EvidenceWords, { label }: RangeRow): string {
  return quantities[label.code](label)
}

export function valueText(words: EvidenceWords, { kind }: RangeRow, value: number): string {
  return kind === 'count' ? words.summary.number(Math.round(value)) : words.plot.time(value, value < SHORT ? 3 : 2)
}

export function rangeText(words: EvidenceWords, row: RangeRow, values: readonly number[]): string {
  const [least, most] = [values[0], values.at(-1)]
  if (least === undefined || most === undefined) return words.plot.nothing
  return words.plot.range(valueText(words, row, least), valueText(words, row, most))
}

/** How many decimals tell all of these apart. */
function decimals(values: readonly number[]): number {
  return [0, 1, 2].find((digits) => values.every((value) => Math.abs(value - Number(value.toFixed(digits))) < 1e-9)) ?? 3
}

/** Bars that touch as one outline. */
function hill(shares: readonly number[]): string {
  const bars = shares.map((share) => Math.round((FOOT - share * HILL) * 10) / 10)
  return bars
    .map((top, index) => {
      if (top === FOOT) return ''
      const [before = FOOT, after = FOOT] = [bars[index - 1], bars[index + 1]]
      const rise = before === FOOT ? `M${index} ${FOOT}V${top}` : top === before ? '' : `V${top}`
      return `${rise}h1${after === FOOT ? `V${FOOT}z` : ''}`
    })
    .join('')
}

function dots(runs: readonly { readonly place: number; readonly beside: number }[]): string {
  return runs.map(({ place, beside }) => `M${across(place)} ${DOT_ROWS[Math.min(beside, DOT_ROWS.length - 1)]}h0`).join('')
}

function across(place: number): number {
  return Math.round(place * BINS * 100) / 100
}
