import type { Compared } from './evidence'
import type { FactCode, FactItem } from './facts'

/** What the real servers did with a scenario, in short. */
export interface Finding {
  /** Who was promoted in a run, in this order; each way it went once. Empty where nobody ever was. */
  readonly promoted: readonly (readonly string[])[]
  /** Errors that clients read, in any run. */
  readonly errors: readonly string[]
  /** Acknowledged writes lost, of all runs the fewest and the most. */
  readonly lost: readonly [least: number, most: number]
}

export function findingOf(results: Compared): Finding {
  const counts = [...results.spread, ...results.constant].find(({ label }) => label.code === 'lost')?.real ?? []
  const promoted = realFacts(results, 'failovers').map((fact) =>
    fact.flatMap((item) => (item.code === 'promotion' ? item.to : [])),
  )
  const errors = realFacts(results, 'errors').flatMap((fact) => fact.flatMap((item) => (item.code === 'error' ? item.error : [])))
  return {
    promoted: promoted.sort((a, b) => (a.join() < b.join() ? -1 : 1)),
    errors: [...new Set(errors)].sort(),
    lost: [counts[0] ?? 0, counts.at(-1) ?? 0],
  }
}

/** What real runs decided on one question, each decision once. */
function realFacts({ decided }: Compared, code: FactCode): readonly (readonly FactItem[])[] {
  return decided.find((row) => row.code === code)?.real.map(({ fact }) => fact) ?? []
}
