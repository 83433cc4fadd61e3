import type { Reply } from '../../../reply'
import type { ClusterWorld } from '../../protocol'
import type { ServedClient, ServerState } from '../state'

/** An answer; `blocked` answers later; `parked` is looked at again when the pause ends. */
export type Outcome = Reply | 'blocked' | 'parked'

/** A command that neither writes nor only reads the data set. */
export type Command = (world: ClusterWorld, server: ServerState, args: readonly string[], client: ServedClient) => Outcome
