import type { JournalEvent } from './journal'
import type { Scenario } from './scenario/scenario'
import type { Wire } from './wire'

/** One run: what went in and what came out. */
export interface Run {
  readonly scenario: Scenario
  readonly events: readonly JournalEvent[]
}

/** One run with both outputs. */
export interface WiredRun extends Run {
  readonly wire: Wire
}
