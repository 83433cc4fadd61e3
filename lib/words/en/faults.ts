import type { DoneNote } from '@/lib/reading/story/moments/network'
import type { Actions, Verb } from '@/lib/sim/faults/faults'
import { host, type Phrase, say } from '../phrase'

// Words for what can be done in a scenario, by its verb. Each page takes of it what it shows; those of the log come with the log.

/** In the set-up of a scenario. */
export const done: { readonly [V in Verb]: (action: Actions[V]) => string } = {
  partition: ({ partition }) => `cut, ${partition.map((group) => group.join(' ')).join(' | ')}`,
  cut: ({ cut: { from, to } }) => `cut in one direction, ${from} → ${to}`,
  heal: () => 'the network heals',
  slow: ({ slow: { between, latencyMs } }) => `${between.join('–')} now takes ${latencyMs} ms`,
  kill: ({ kill }) => `${kill} is killed`,
  powerOff: ({ powerOff }) => `${powerOff} loses its power`,
  start: ({ start }) => `${start} is started`,
  pause: ({ pause }) => `${pause} freezes`,
  resume: ({ resume }) => `${resume} wakes up`,
  run: ({ run: { on, command } }) => `${on}> ${command}`,
}

/** As a decisive moment. */
export const told: { readonly [C in DoneNote['code']]: (note: Extract<DoneNote, { readonly code: C }>) => Phrase } = {
  cut: ({ from, to }) => say`Nothing from ${host(from)} reaches ${host(to)} any more. The other direction still works.`,
  slow: ({ between: [one, other], latencyMs }) =>
    say`From now on a message between ${host(one)} and ${host(other)} takes ${latencyMs} ms, either way.`,
}
