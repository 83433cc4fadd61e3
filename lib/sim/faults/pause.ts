import { pause as send } from '../core/signals'
import type { Target } from '../scenario/process'
import { type FaultForm, isTarget } from './form'
import type { ProcessFault } from './process-fault'
import { signal } from './signal'

interface Pause {
  readonly pause: Target
}

/** SIGSTOP: a process does nothing and keeps its connections. */
export const pause: ProcessFault<Pause> = {
  needs: ['running'],
  leaves: 'paused',
  apply: (world, { pause: target }) => signal(world, target, 'pause', send),
  target: (deed) => deed.pause,
}

export const pauseForm: FaultForm<Pause> = {
  read: (field, scene) => ({ pause: scene.target(field) }),
  line: { word: 'pause', write: (deed) => deed.pause, said: (text) => (isTarget(text) ? { pause: text } : null) },
  examples: ['r1', 'h9.sentinel'],
  refused: [['r9', ': no host "r9"']],
  often: 1,
  wish: ({ host }) => ({ pause: host }),
}
