import { resume as send } from '../core/signals'
import type { Target } from '../scenario/process'
import { type FaultForm, isTarget } from './form'
import type { ProcessFault } from './process-fault'
import { signal } from './signal'

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

export const resumeForm: FaultForm<Resume> = {
  read: (field, scene) => ({ resume: scene.target(field) }),
  line: { word: 'resume', write: (deed) => deed.resume, said: (text) => (isTarget(text) ? { resume: text } : null) },
  examples: ['r1', 'h9.sentinel'],
  refused: [['r9', ': no host "r9"']],
  often: 1,
  wish: ({ host }) => ({ resume: host }),
}
