import { resume as send } from '../core/signals'
import type { Target } from '../scenario/process'
import type { ProcessFault } from './process-fault'
import { signal } from './signal'
import { targetForm } from './target-form'

interface Resume {
  readonly resume: Target
}

/** SIGCONT: a process goes on with whatever has arrived meanwhile. */
export const resume: ProcessFault<Resume> = {
  needs: ['paused'],
  leaves: 'running',
  apply: (world, { resume: target }) => signal(world, target, 'resume', send),
  target: (deed) => deed.resume,
}

export const resumeForm = /* @__PURE__ */ targetForm<Resume>(
  'resume',
  (target) => ({ resume: target }),
  (deed) => deed.resume,
)
