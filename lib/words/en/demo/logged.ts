import type { Groups } from '@/lib/reading/film/frame'
import type { NoteOf } from '@/lib/reading/lists/notes'
import type { NetworkVerb } from '@/lib/sim/faults/on-network'
import { host, type Phrase, say } from '../../phrase'
import { list } from './pieces'

const groups = (parts: Groups): Phrase => parts.flatMap((part, index) => say`${index === 0 ? '' : ' | '}${list(part)}`)

/** In the log, of what is done to the network. */
export const logged: { readonly [V in NetworkVerb]: (note: NoteOf<V>) => Phrase } = {
  partition: (note) => say`The network splits: ${groups(note.groups)}`,
  cut: ({ from, to }) => say`Nothing from ${host(from)} reaches ${host(to)}.`,
  heal: () => say`The network heals.`,
  slow: ({ between: [one, other], latencyMs }) => say`${host(one)} and ${host(other)} are ${latencyMs} ms apart, each way.`,
}
