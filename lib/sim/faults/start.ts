import { start as send } from '../core/signals'
import type { Target } from '../scenario/process'
import type { ProcessFault } from './process-fault'
import { signal } from './signal'
import { targetForm } from './target-form'

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

export const startForm = /* @__PURE__ */ targetForm<Start>(
  'start',
  (target) => ({ start: target }),
  (deed) => deed.start,
)
