import type { Field } from '../scenario/field'
import type { ProcessKind, Target } from '../scenario/process'

/** What an action may name in the scenario that it stands in. Each is refused where there is none. */
export interface Scene {
  host(field: Field): string
  /** One of which it is known what a loss of power leaves. */
  powered(field: Field): string
  /** Two different ones. */
  twoHosts(field: Field): readonly [string, string]
  /** One process, or all of a host. */
  target(field: Field): Target
  /** One process. */
  process(field: Field): { readonly name: Target; readonly kind: ProcessKind }
  /** What can be typed at a process. */
  command(field: Field, name: Target, kind: ProcessKind): string
}
