/** What a resource tells the journal; `host` is its own. */
export type ResourceEvent = {
  readonly type: 'guarded-write'
  readonly from: string
  readonly token: number | null
  readonly accepted: boolean
  /** The largest token it has seen, this write's included if it took it; null before the first. */
  readonly largest: number | null
}
