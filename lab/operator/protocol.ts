import type { Reply } from '@/lib/sim/journal'
import type { Endpoint, Language } from '../writer/connection'

/** Commands for one server or sentinel, all over one new connection. */
export interface Order {
  readonly id: number
  readonly to: Endpoint
  readonly language: Language
  readonly commands: readonly (readonly string[])[]
  /** Null waits for as long as it takes. */
  readonly timeoutMs: number | null
}

export interface Outcome {
  readonly id: number
  /** Null when there was no connection, when it broke, or when time was up; `failure` says which. */
  readonly replies: readonly Reply[] | null
  readonly failure: 'refused' | 'closed' | 'timeout' | null
  /** Nanoseconds of the monotonic clock. */
  readonly from: string
  readonly until: string
}
