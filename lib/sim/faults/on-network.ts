import { cut, cutForm } from './cut'
import { heal, healForm } from './heal'
import { partition, partitionForm } from './partition'
import { slow, slowForm } from './slow'

/** What can be done to the network, by its verb. */
export const ON_NETWORK = { partition, cut, heal, slow }
export const ON_NETWORK_FORMS = { partition: partitionForm, cut: cutForm, heal: healForm, slow: slowForm }

export type NetworkVerb = keyof typeof ON_NETWORK

/** What the journal says when something is done to the network, by its verb. */
export type NetworkEvents = {
  readonly [V in NetworkVerb]: { readonly type: V } & ReturnType<(typeof ON_NETWORK)[V]['said']>
}
export type NetworkEvent = NetworkEvents[NetworkVerb]
