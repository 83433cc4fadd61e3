import type { PathChange } from '../core/network'

/** What is known of an action that is done to the network: it needs no process, and leaves all as they are. */
export interface NetworkFault<Deed, Said> {
  changes(deed: Deed): PathChange
  /** What the journal says of it, beside its verb. */
  said(deed: Deed): Said
}
