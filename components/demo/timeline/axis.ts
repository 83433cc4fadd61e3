/** Where `at` lies on an axis of length `end`, as a length of SVG. Percentages let the axis keep its width at any size. */
export function percent(at: number, end: number): string {
  return `${Math.round((at / end) * 100_000) / 1000}%`
}

const SECOND = 1_000_000
const STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600].map((seconds) => seconds * SECOND)
const MOST_TICKS = 8

/** Round instants along the axis, at most eight and never so close to its end that the label would stand out. */
export function ticks(end: number): readonly number[] {
  const step = STEPS.find((candidate) => end / candidate <= MOST_TICKS) ?? end
  return Array.from({ length: Math.floor(end / step) + 1 }, (_, index) => index * step)
}

/**
 * Moves positions (0…1, ascending) apart until each is at least `gap` from the next, all within 0…1, each as near to its own place as
 * the others allow.
 */
export function nudge(positions: readonly number[], gap: number): readonly number[] {
  interface Cluster {
    readonly members: readonly number[]
    readonly first: number
  }
  const width = (cluster: Cluster): number => (cluster.members.length - 1) * gap
  const place = (members: readonly number[]): Cluster => {
    const centred = members.reduce((sum, own, index) => sum + own - index * gap, 0) / members.length
    return { members, first: Math.min(Math.max(0, centred), Math.max(0, 1 - (members.length - 1) * gap)) }
  }
  const clusters: Cluster[] = []
  for (const position of positions) {
    let cluster = place([position])
    let previous = clusters.at(-1)
    while (previous && previous.first + width(previous) + gap > cluster.first) {
      clusters.pop()
      cluster = place([...previous.members, ...cluster.members])
      previous = clusters.at(-1)
    }
    clusters.push(cluster)
  }
  return clusters.flatMap((cluster) => cluster.members.map((_, index) => cluster.first + index * gap))
}
