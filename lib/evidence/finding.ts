import type { Compared } from './evidence'
import type { FactCode, FactItem } from './facts'

/** What the real servers did with a scenario, in short. */
export interface Finding {
  /** Who was promoted in a run, in this order; each way it went once. Empty where nobody ever was. */
  readonly promoted: readonly (readonly string[])[]
  /** Errors that clients read, in any run. */
  readonly errors: readonly string[]
  /** What WAIT returned, in any run; null where it had no answer. */
  readonly waits: readonly (number | null)[]
  /** How many disks WAITAOF found, in any run; null where it had no answer. */
  readonly disks: readonly (number | null)[]
  /** Acknowledged writes lost, of all runs the fewest and the most. */
  readonly lost: readonly [least: number, most: number]
  /** Whether a lock had two owners at once, in every run or in some; null where nobody tries to take one. */
  readonly owners: 'nobody' | 'one' | 'two' | 'one-or-two' | null
}

export function findingOf(results: Compared): Finding {
  const counts = [...results.spread, ...results.constant].find(({ label }) => label.code === 'lost')?.real ?? []
  const items = (code: FactCode) => realFacts(results, code).flat()
  const promoted = realFacts(results, 'failovers').map((fact) =>
    fact.flatMap((item) => (item.code === 'promotion' ? item.to : [])),
  )
  const errors = items('errors').flatMap((item) => (item.code === 'error' ? item.error : []))
  const waits = [...items('waitReturned'), ...items('replies')].flatMap(returnedByWait)
  const disks = items('waitaofFound').flatMap(returnedByWait)
  return {
    promoted: promoted.sort((a, b) => (a.join() < b.join() ? -1 : 1)),
    errors: [...new Set(errors)].sort(),
    waits: eachOnce(waits),
    disks: eachOnce(disks),
    lost: [counts[0] ?? 0, counts.at(-1) ?? 0],
    owners: ownersIn(results),
  }
}

/** Ascending, and at last that there was no answer. */
function eachOnce(returned: readonly (number | null)[]): readonly (number | null)[] {
  return [...new Set(returned)].sort((a, b) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY))
}

function ownersIn(results: Compared): Finding['owners'] {
  const tries = [...results.spread, ...results.constant].some(({ label }) => label.code === 'lockRefused')
  if (realFacts(results, 'grants').flat().length === 0) return tries ? 'nobody' : null
  const overlaps = realFacts(results, 'twoOwners')
  const [some, none] = [overlaps.some((fact) => fact.length > 0), overlaps.some((fact) => fact.length === 0)]
  if (!some) return 'one'
  return none ? 'one-or-two' : 'two'
}

/** What real runs decided on one question, each decision once. */
function realFacts({ decided }: Compared, code: FactCode): readonly (readonly FactItem[])[] {
  return decided.find((row) => row.code === code)?.real.map(({ fact }) => fact) ?? []
}

/** Of a workload that waits, and of a WAIT that was typed. */
function returnedByWait(item: FactItem): readonly (number | null)[] {
  if (item.code === 'wait') return [item.returned]
  const typed = item.code === 'reply' && item.command.startsWith('WAIT ') && typeof item.reply === 'string'
  return typed ? [Number(item.reply)] : []
}
