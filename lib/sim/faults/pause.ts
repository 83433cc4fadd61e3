import { pause as send } from '../core/signals'
import type { Target } from '../scenario/process'
import type { ProcessFault, Status } from './process-fault'
import { signal } from './signal'
import { targetForm } from './target-form'

interface Pause {
  readonly pause: Target
}

const needs: readonly Status[] = ['running']

/** SIGSTOP: a process does nothing and keeps its connections. */
export const pause: ProcessFault<Pause> = {
  needs,
  leaves: 'paused',
  apply: (world, { pause: target }) => signal(world, target, { type: 'pause', send, to: needs }),
  target: (deed) => deed.pause,
}

export const pauseForm = /* @__PURE__ */ targetForm<Pause>(
  'pause',
  (target) => ({ pause: target }),
  (deed) => deed.pause,
)
