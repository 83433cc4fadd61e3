import { kill as send } from '../core/signals'
import type { Target } from '../scenario/process'
import type { ProcessFault, Status } from './process-fault'
import { signal } from './signal'
import { targetForm } from './target-form'

interface Kill {
  readonly kill: Target
}

const needs: readonly Status[] = ['running', 'paused']

/** SIGKILL: what a process had written to its files stays. */
export const kill: ProcessFault<Kill> = {
  needs,
  leaves: 'dead',
  apply: (world, { kill: target }) => signal(world, target, { type: 'kill', send, to: needs }),
  target: (deed) => deed.kill,
}

export const killForm = /* @__PURE__ */ targetForm<Kill>(
  'kill',
  (target) => ({ kill: target }),
  (deed) => deed.kill,
)
