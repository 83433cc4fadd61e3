/** A write to a resource that lock clients share, and whether it took it. */
export type ResourceMessage =
  | { readonly type: 'guarded-write'; readonly from: string; readonly token: number | null }
  | { readonly type: 'guarded-reply'; readonly accepted: boolean }
