import type { ResourceSpec } from './spec'

/** What a resource has seen. */
export interface Fence extends Readonly<ResourceSpec> {
  readonly largest: number | null
  /** Who came with it. */
  readonly owner: string | null
}

/** Whether it takes a write: its token is no smaller than the largest so far; at an equal one it may have to be the same owner's (L31). */
export function passes({ fencing, sameOwner, largest, owner }: Fence, from: string, token: number | null): boolean {
  if (!fencing || largest === null || (token ?? 0) > largest) return true
  return (token ?? 0) === largest && (sameOwner !== true || from === owner)
}
