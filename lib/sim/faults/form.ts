import type { Field } from '../scenario/field'
import type { Scene } from './scene'

/** Where something is done in a random scenario; `who` and `what` choose among what there is. */
export interface Occasion {
  readonly who: number
  readonly what: number
  /** Of all hosts. */
  readonly names: readonly string[]
  /** The one that `who` chooses, and another one, which `what` chooses. */
  readonly host: string
  readonly other: string
  /** A command that somebody types somewhere. */
  typed(): { readonly on: string; readonly command: string }
}

/**
 * How one kind of action is written. `Deed` is what stands in a scenario beside its time: its verb, and what that is done to or with. `Told` is
 * what a line of it is made of: the same, or what the journal says of it. No page ships it that only runs scenarios.
 */
export interface FaultForm<Deed, Told = Deed> {
  /** Reads what stands behind the verb. */
  read(field: Field, scene: Scene): Deed
  /** Where the processes are named to which it is done; absent: right behind the verb. */
  named?(field: Field): Field
  /** As a line, behind its time: the first word, and what stands behind that, which is `''` for nothing; `said` is null where it says none. */
  readonly line: { readonly word: string; write(told: Told): string; said(text: string): Deed | null }
  /** Lines that are written and read, among r1, r2, r3, s1, s2 and c1; the first can be done to r1 and r2. */
  readonly examples: readonly [string, ...string[]]
  /** What is refused behind the verb, among r1, r2, s1, c1, and h9 with a server and a sentinel; and how the refusal begins behind the action. */
  readonly refused: readonly (readonly [deed: unknown, refusal: string])[]
  /** What random scenarios do with it: its share among all that they do, and how. */
  readonly often: number
  wish(occasion: Occasion): Deed
}

/** Whether a word could name a host or one of its processes. */
export function isTarget(text: string): boolean {
  return /^[\w.-]+$/.test(text)
}
