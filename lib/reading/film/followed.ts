import type { ShownFate } from './fates'

/** The write that the reader follows, as it stands. */
export interface Followed {
  readonly write: number
  readonly key: string
  readonly fate: ShownFate
  /** Servers that have it. */
  readonly on: readonly string[]
  /** It, its answer or a copy of it is on its way. */
  readonly flying: boolean
}
