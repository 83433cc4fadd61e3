import type { Reply } from '../../../reply'
import type { CommandForm } from '../../command-form'
import type { Command } from '../messages'

export type Value =
  | { readonly kind: 'string'; readonly text: string }
  /** The write that added each member. */
  | { readonly kind: 'set'; readonly members: Map<string, number> }
  | { readonly kind: 'list'; readonly length: number }

/** The data set of a server, as a client sees it. */
export interface Values {
  readonly keys: Map<string, Value>
  /** The write that last removed a key, in the order of removal; says nothing of a key that is there again. */
  readonly removed: Map<string, number>
}

export function noValues(): Values {
  return { keys: new Map(), removed: new Map() }
}

/** What a write would come to. */
export interface Effect {
  readonly reply: Reply
  /** By how much it raises the count of changes since the last snapshot; 0: the data set stays as it is. */
  readonly changes: number
  /** Where it changes nothing because all is so already: the write that made it so; null where none did, and it was so from the beginning. */
  readonly madeBy: number | null
}

/** A command that changes the data set. */
export interface WriteCommand {
  /** What it would do now. Looks at the values only if it needs them: folding them costs. */
  effect(look: () => Values, args: readonly string[]): Effect
  /** Does it. */
  apply(values: Values, command: Command): void
}

/**
 * By what one write can be told in the data that are left from others of its command, where each has a key, a member or an element of its
 * own: its value is there, or a later one in its place; its member is; its element is. Null: by nothing.
 */
export type Left = 'value' | 'member' | 'element' | null

/** What is known of a write before it is executed. */
export interface WriteForm extends CommandForm {
  readonly leaves: Left
}

/** A command that only reads. */
export type ReadCommand = (values: Values, args: readonly string[]) => Reply

export function changing(reply: Reply, changes: number): Effect {
  return { reply, changes, madeBy: null }
}

export function refused(error: string): Effect {
  return { reply: { error }, changes: 0, madeBy: null }
}

/** Nothing is to be done: `madeBy` has done it. */
export function unchanged(reply: Reply, madeBy: number | null): Effect {
  return { reply, changes: 0, madeBy }
}

/**
 * Of the writes that made these so, the one executed last, which is not always the one sent last: a server that has it has all. Null: none
 * of them was made so by a write. `makers` stand in the order of execution.
 */
export function lastOf(makers: ReadonlyMap<string, number>, names: readonly string[]): number | null {
  const writes = new Set(names.flatMap((name) => makers.get(name) ?? []))
  const [only = null] = writes
  return writes.size > 1 ? ([...makers.values()].findLast((write) => writes.has(write)) ?? null) : only
}
