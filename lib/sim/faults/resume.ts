import { resume as send } from '../core/signals'
import type { Target } from '../scenario/process'
import type { ProcessFault, Status } from './process-fault'
import { signal } from './signal'
import { targetForm } from './target-form'

interface Resume {
  readonly resume: Target
}

const needs: readonly Status[] = ['paused']

/** SIGCONT: a process goes on with whatever has arrived meanwhile. */
export const resume: ProcessFault<Resume> = {
  needs,
  leaves: 'running',
  apply: (world, { resume: target }) => signal(world, target, { type: 'resume', send, to: needs }),
  target: (deed) => deed.resume,
}

export const resumeForm = /* @__PURE__ */ targetForm<Resume>(
  'resume',
  (target) => ({ resume: target }),
  (deed) => deed.resume,
)
