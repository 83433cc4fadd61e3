import type { Film } from '../../film/film'
import { judgeLocks } from '../../verdict/locks'
import type { LockHeadline } from './headlines'

/** Less than that a key stands without an owner in every run: while the answer is on its way, µs. */
const NOTICEABLE = 2_000_000

/** What a run with locks came to. */
export function lockHeadline({ run }: Film): LockHeadline {
  const { overlaps, resource, acquired, orphaned } = judgeLocks(run)
  const [first] = overlaps
  if (first !== undefined) {
    const { owners } = first
    const theirs = overlaps.filter((overlap) => owners.every((owner) => overlap.owners.includes(owner)))
    const both = { owners, micros: theirs.reduce((sum, { from, until }) => sum + until - from, 0) }
    const [stale, refused] = [resource.staleAccepted.length, resource.staleRefused.length]
    return stale === 0 && refused > 0 ? { code: 'fenced', ...both, stale: refused } : { code: 'two-owners', ...both, stale }
  }
  return acquired === 0 ? { code: 'no-owner' } : { code: 'one-owner', orphaned: orphaned < NOTICEABLE ? 0 : orphaned }
}

/** The instant at which the figure at rest stands, µs: when there are two owners. */
export function lockDecisive({ run }: Film, usual: number): number {
  const [overlap] = judgeLocks(run).overlaps
  return overlap === undefined ? usual : Math.floor((overlap.from + overlap.until) / 2)
}
