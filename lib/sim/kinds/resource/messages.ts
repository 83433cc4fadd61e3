import type { Brought } from './fence'

/** A write to a resource that lock clients share, and whether it took it. */
export type ResourceMessage =
  | ({ readonly type: 'guarded-write' } & Brought)
  | { readonly type: 'guarded-reply'; readonly accepted: boolean }
