import type { Reply } from '../../../reply'
import type { Command } from '../messages'

export type Value =
  | { readonly kind: 'string'; readonly text: string }
  /** The write that added each member. */
  | { readonly kind: 'set'; readonly members: Map<string, number> }
  | { readonly kind: 'list'; readonly length: number }

/** The data set of a server, as a client sees it. */
export type Values = Map<string, Value>

/** What a write would come to. */
export interface Effect {
  readonly reply: Reply
  /** By how much it raises the count of changes since the last snapshot; 0: the data set stays as it is. */
  readonly changes: number
  /** Where it changes nothing because all is there already: the write that made it so. */
  readonly madeBy: number
}

/** A command that changes the data set. */
export interface WriteCommand {
  /** What it would do now. Looks at the values only if it needs them: folding them costs. */
  effect(look: () => Values, args: readonly string[]): Effect
  /** Does it. */
  apply(values: Values, command: Command): void
}

/** A command that only reads. */
export type ReadCommand = (values: Values, args: readonly string[]) => Reply

export function changing(reply: Reply, changes: number): Effect {
  return { reply, changes, madeBy: -1 }
}
