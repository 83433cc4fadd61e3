/** Transactions by the server that first executed them; ranges with both ends. Stands for a set of GTIDs. */
export type GtidSet = Record<string, [number, number][]>

/** What a GTID names. */
interface Gtid {
  readonly origin: string
  readonly number: number
}

export function has(set: GtidSet, { origin, number }: Gtid): boolean {
  return set[origin]?.some(([first, last]) => first <= number && number <= last) ?? false
}

/** Puts one into the set. */
export function include(set: GtidSet, { origin, number }: Gtid): void {
  const ranges = set[origin] ?? []
  set[origin] = ranges
  const before = ranges.find(([, last]) => last === number - 1)
  if (before !== undefined) before[1] = number
  else ranges.push([number, number])
  const after = ranges.find(([first]) => first === number + 1)
  const grown = before ?? ranges.at(-1)
  if (after === undefined || grown === undefined) return
  grown[1] = after[1]
  ranges.splice(ranges.indexOf(after), 1)
}

/** Those of one set that are not in the other. */
export function without(set: GtidSet, other: GtidSet): GtidSet {
  const rest: GtidSet = {}
  for (const [origin, ranges] of Object.entries(set)) {
    for (const [first, last] of ranges) {
      for (let number = first; number <= last; number += 1) {
        if (!has(other, { origin, number })) include(rest, { origin, number })
      }
    }
  }
  return rest
}

/** As MySQL writes it: `m1:1-20:22,m2:1`, with the host for the UUID; `''` for none. */
export function gtidText(set: GtidSet): string {
  return Object.entries(set)
    .map(([origin, ranges]) =>
      [
        origin,
        ...ranges.toSorted(([a], [b]) => a - b).map(([first, last]) => (first === last ? first : `${first}-${last}`)),
      ].join(':'),
    )
    .join(',')
}
