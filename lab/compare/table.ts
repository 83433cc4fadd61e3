import type { Row } from './compare'
import type { QuantityKind } from './quantities'

/** A comparison as lines of text: what was real beside what was simulated, and a mark where they disagree. */
export function tableLines(rows: readonly Row[]): readonly string[] {
  const cells = [
    ['', 'real', 'simulated', ''],
    ...rows.filter(isTelling).map((row) => {
      const [real, simulated] =
        row.kind === 'decided'
          ? [counted(row.real), counted(row.simulated)]
          : [spread(row.real, row.kind), `${spread(row.simulated, row.kind)}  ± ${shown(row.tolerance, row.kind)}`]
      return [row.name, real, simulated, row.agrees ? '' : 'DISAGREES']
    }),
  ]
  const widths = [0, 1, 2].map((column) => Math.min(64, Math.max(...cells.map((row) => (row[column] ?? '').length))))
  return cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

/** Lines that say "none" on both sides are left out. */
function isTelling(row: Row): boolean {
  if (!row.agrees) return true
  if (row.kind === 'decided') return [...row.real.keys(), ...row.simulated.keys()].some((value) => value !== 'none')
  return row.kind !== 'count' || [...row.real, ...row.simulated].some((value) => value !== 0)
}

function counted(values: ReadonlyMap<string, number>): string {
  if (values.size === 1) return [...values.keys()][0] ?? ''
  return [...values]
    .sort(([, a], [, b]) => b - a)
    .map(([value, runs]) => `${value} (${runs})`)
    .join(' | ')
}

function spread(values: readonly number[], kind: QuantityKind): string {
  const [least, most] = [values[0], values.at(-1)]
  if (least === undefined || most === undefined) return '–'
  return shown(least, kind) === shown(most, kind) ? shown(least, kind) : `${shown(least, kind)} … ${shown(most, kind)}`
}

function shown(value: number, kind: QuantityKind): string {
  return kind === 'count' ? String(Math.round(value)) : `${(value / 1000).toFixed(3)} s`
}
