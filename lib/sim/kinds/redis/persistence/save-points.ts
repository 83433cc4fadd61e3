/** One pair of `save`: a snapshot is due after so many seconds when so many changes have been made. */
interface SavePoint {
  readonly seconds: number
  readonly changes: number
}

const parsed = new Map<string, readonly SavePoint[]>()

/** The save points of a `save` directive, as Redis writes them: `3600 1 300 100`; none for an empty one (R75). */
export function savePoints(save: string): readonly SavePoint[] {
  let points = parsed.get(save)
  if (points === undefined) {
    points = parse(save)
    parsed.set(save, points)
  }
  return points
}

function parse(save: string): readonly SavePoint[] {
  const pairs = save.matchAll(/(\d+)\s+(\d+)/g)
  return [...pairs].map(([, seconds, changes]) => ({ seconds: Number(seconds), changes: Number(changes) }))
}
