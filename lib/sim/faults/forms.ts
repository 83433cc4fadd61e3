import { ON_NETWORK_FORMS } from './on-network'
import { ON_PROCESSES_FORMS } from './on-processes'

/** How everything is written that can be done, by its verb, in the order in which messages name them. */
export const FORMS = { ...ON_NETWORK_FORMS, ...ON_PROCESSES_FORMS }
