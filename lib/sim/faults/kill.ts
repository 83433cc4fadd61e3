import { kill as send } from '../core/signals'
import type { Target } from '../scenario/process'
import type { ProcessFault } from './process-fault'
import { signal } from './signal'
import { targetForm } from './target-form'

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

export const killForm = /* @__PURE__ */ targetForm<Kill>(
  'kill',
  (target) => ({ kill: target }),
  (deed) => deed.kill,
)
