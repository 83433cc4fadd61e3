import type { DecidedRow, RangeRow, Row, Tally } from '@/lib/evidence/compare'
import { factText } from '@/lib/evidence/fact-text'
import { type FactCode, saysSomething } from '@/lib/evidence/facts'
import type { QuantityKind } from '@/lib/evidence/quantities'
import { factWords, quantities } from '@/lib/words/en/evidence/labels'
import { plot } from '@/lib/words/en/evidence/plot'

const WIDEST_CELL = 64

/** A comparison as lines of text: what was real beside what was simulated, and a mark where they disagree. */
export function tableLines(rows: readonly Row[]): readonly string[] {
  const cells = [
    ['', plot.real, plot.simulated, ''],
    ...rows
      .filter(isTelling)
      .map((row) => [...(row.kind === 'decided' ? decidedCells(row) : rangeCells(row)), row.agrees ? '' : 'DISAGREES']),
  ]
  const widths = [0, 1, 2].map((column) => Math.min(WIDEST_CELL, Math.max(...cells.map((row) => (row[column] ?? '').length))))
  return cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

/** Lines in which nothing happened on either side are left out. */
function isTelling(row: Row): boolean {
  if (!row.agrees) return true
  if (row.kind === 'decided') return [...row.real, ...row.simulated].some(({ fact }) => saysSomething(fact))
  return row.kind !== 'count' || [...row.real, ...row.simulated].some((value) => value !== 0)
}

function decidedCells({ code, real, simulated }: DecidedRow): readonly string[] {
  return [factWords.facts[code], counted(code, real), counted(code, simulated)]
}

function counted(code: FactCode, tallies: readonly Tally[]): string {
  const [only, ...others] = tallies
  if (only !== undefined && others.length === 0) return factText(factWords, code, only.fact)
  return [...tallies]
    .sort((a, b) => b.runs - a.runs)
    .map(({ fact, runs }) => `${factText(factWords, code, fact)} (${runs})`)
    .join(' | ')
}

function rangeCells({ kind, label, real, simulated, tolerance }: RangeRow): readonly string[] {
  return [
    quantities[label.code](label),
    spread(real, kind),
    `${spread(simulated, kind)}  ${plot.tolerance(shown(tolerance, kind))}`,
  ]
}

function spread(values: readonly number[], kind: QuantityKind): string {
  const [least, most] = [values[0], values.at(-1)]
  if (least === undefined || most === undefined) return '–'
  return shown(least, kind) === shown(most, kind) ? shown(least, kind) : `${shown(least, kind)} … ${shown(most, kind)}`
}

function shown(value: number, kind: QuantityKind): string {
  return kind === 'count' ? String(Math.round(value)) : `${(value / 1000).toFixed(3)} s`
}
