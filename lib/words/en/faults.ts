import type { Groups } from '@/lib/reading/film/frame'
import type { NoteOf } from '@/lib/reading/lists/notes'
import type { DoneNote } from '@/lib/reading/story/moments/network'
import type { Actions, Verb } from '@/lib/sim/faults/faults'
import type { NetworkVerb } from '@/lib/sim/faults/on-network'
import { host, type Phrase, say } from '../phrase'
import { list } from './demo/pieces'

// All words for what can be done in a scenario, by its verb. Each page takes of it what it shows.

const groups = (parts: Groups): Phrase => parts.flatMap((part, index) => say`${index === 0 ? '' : ' | '}${list(part)}`)

/** In the set-up of a scenario. */
export const done: { readonly [V in Verb]: (action: Actions[V]) => string } = {
  partition: ({ partition }) => `cut, ${partition.map((group) => group.join(' ')).join(' | ')}`,
  cut: ({ cut: { from, to } }) => `cut in one direction, ${from} → ${to}`,
  heal: () => 'the network heals',
  slow: ({ slow: { between, latencyMs } }) => `${between.join('–')} now takes ${latencyMs} ms`,
  kill: ({ kill }) => `${kill} is killed`,
  start: ({ start }) => `${start} is started`,
  pause: ({ pause }) => `${pause} freezes`,
  resume: ({ resume }) => `${resume} wakes up`,
  run: ({ run: { on, command } }) => `${on}> ${command}`,
}

/** As a decisive moment. */
export const told: { readonly [C in DoneNote['code']]: (note: Extract<DoneNote, { readonly code: C }>) => Phrase } = {
  cut: ({ from, to }) => say`Nothing from ${host(from)} reaches ${host(to)} any more. The other way still works.`,
  slow: ({ between: [one, other], latencyMs }) =>
    say`From now on a message between ${host(one)} and ${host(other)} takes ${latencyMs} ms, either way.`,
}

/** In the log, of what is done to the network. */
export const logged: { readonly [V in NetworkVerb]: (note: NoteOf<V>) => Phrase } = {
  partition: (note) => say`The network splits: ${groups(note.groups)}`,
  cut: ({ from, to }) => say`Nothing from ${host(from)} reaches ${host(to)}.`,
  heal: () => say`The network is whole again.`,
  slow: ({ between: [one, other], latencyMs }) => say`${host(one)} and ${host(other)} are ${latencyMs} ms apart, each way.`,
}
