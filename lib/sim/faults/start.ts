import { start as send } from '../core/signals'
import type { Target } from '../scenario/process'
import { type FaultForm, isTarget } from './form'
import type { ProcessFault } from './process-fault'
import { signal } from './signal'

interface Start {
  readonly start: Target
}

/** A dead process begins again, from its files. */
export const start: ProcessFault<Start> = {
  needs: ['dead'],
  leaves: 'running',
  apply: (world, { start: target }) => signal(world, target, 'start', send),
  target: (deed) => deed.start,
}

export const startForm: FaultForm<Start> = {
  read: (field, scene) => ({ start: scene.target(field) }),
  line: { word: 'start', write: (deed) => deed.start, said: (text) => (isTarget(text) ? { start: text } : null) },
  examples: ['r1', 'h9.sentinel'],
  refused: [['r9', ': no host "r9"']],
  often: 1,
  wish: ({ host }) => ({ start: host }),
}
