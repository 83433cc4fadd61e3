import type { FaultForm } from './form'
import type { NetworkFault } from './network-fault'

interface Heal {
  readonly heal: true
}

/** There is no more to tell. */
type Told = Readonly<Record<never, never>>

/** Every partition and every cut is over. */
export const heal: NetworkFault<Heal, Told> = {
  changes: () => ({ heal: true }),
  said: () => ({}),
}

export const healForm: FaultForm<Heal, Told> = {
  read: (field) => (field.value === true ? { heal: true } : field.expect('true')),
  line: { word: 'heal', write: () => '', said: (text) => (text === '' ? { heal: true } : null) },
  examples: [''],
  refused: [[false, ': expected true, got false']],
  often: 2,
  wish: () => ({ heal: true }),
}
