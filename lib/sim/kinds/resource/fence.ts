import type { ResourceSpec } from './spec'

/** What a write brings along. */
export interface Brought {
  readonly from: string
  readonly token: number | null
  /** The random value of its lock. */
  readonly value: string
  /** It is the first under that lock. */
  readonly first: boolean
}

/** What a resource has seen. */
export interface Fence extends Readonly<ResourceSpec> {
  readonly largest: number | null
  /** Who came with it. */
  readonly owner: string | null
  /** Of the lock whose first write came last. */
  readonly value: string | null
}

export const UNSEEN = { largest: null, owner: null, value: null }

/**
 * Whether it takes a write, and what it has seen then. Its token is to be no smaller than the largest so far; at an equal one it may have to
 * be the same owner's (L31). Where it compares values, the first write under a lock is always taken (L33).
 */
export function offered(
  fence: Fence,
  { from, token, value, first }: Brought,
): { readonly accepted: boolean; readonly seen: Fence } {
  const { fencing, sameOwner, compares, largest, owner } = fence
  const order = (token ?? 0) - (largest ?? -1)
  const inOrder = !fencing || order > 0 || (order === 0 && (sameOwner !== true || from === owner))
  const accepted = inOrder && (compares !== true || first || value === fence.value)
  const newest = accepted && token !== null && order > 0 ? { largest: token, owner: from } : {}
  return { accepted, seen: { ...fence, ...newest, ...(accepted && { value }) } }
}
