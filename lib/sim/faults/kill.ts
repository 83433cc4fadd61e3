import { kill as send } from '../core/signals'
import type { Target } from '../scenario/process'
import { type FaultForm, isTarget } from './form'
import type { ProcessFault } from './process-fault'
import { signal } from './signal'

interface Kill {
  readonly kill: Target
}

/** SIGKILL: what a process had written to its files stays. */
export const kill: ProcessFault<Kill> = {
  needs: ['running', 'paused'],
  leaves: 'dead',
  apply: (world, { kill: target }) => signal(world, target, 'kill', send),
  target: (deed) => deed.kill,
}

export const killForm: FaultForm<Kill> = {
  read: (field, scene) => ({ kill: scene.target(field) }),
  line: { word: 'kill', write: (deed) => deed.kill, said: (text) => (isTarget(text) ? { kill: text } : null) },
  examples: ['r1', 'h9.sentinel'],
  refused: [['r9', ': no host "r9"']],
  often: 1,
  wish: ({ host }) => ({ kill: host }),
}
