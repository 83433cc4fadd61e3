import type { ClusterWorld } from '../kinds/protocol'
import type { Field } from '../scenario/field'
import type { ProcessKind, Target } from '../scenario/process'

/** What a process is like. */
export type Status = 'running' | 'paused' | 'dead'

/** What an action may name in the scenario that it stands in. Each is refused where there is none. */
export interface Scene {
  host(field: Field): string
  /** One process, or all of a host. */
  target(field: Field): Target
  /** One process. */
  process(field: Field): { readonly name: Target; readonly kind: ProcessKind }
  /** What can be typed at a process of a kind. */
  command(field: Field, kind: ProcessKind): string
}

/** All that is known of one kind of action. `Deed` is what stands in the scenario: its verb, and what that is done to or with. */
export interface Fault<Deed> {
  /** What a process must be like; null: it is done to no process. */
  readonly needs: readonly Status[] | null
  /** What a process is like afterwards; null: as before. */
  readonly leaves: Status | null
  /** Reads what stands behind the verb. */
  read(field: Field, scene: Scene): Deed
  /** Does it; `action` is its number in the scenario. */
  apply(world: ClusterWorld, deed: Deed, action: number): void
  /** The processes to which it is done. */
  target?(deed: Deed): Target
  /** Where they are named; absent: right behind the verb. */
  named?(field: Field): Field
}
