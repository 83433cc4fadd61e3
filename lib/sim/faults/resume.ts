import { resume as send } from '../core/signals'
import type { Target } from '../scenario/process'
import type { Fault } from './fault'
import { signal } from './signal'

/** SIGCONT: a process goes on with whatever has arrived meanwhile. */
export const resume: Fault<{ readonly resume: Target }> = {
  needs: ['paused'],
  leaves: 'running',
  read: (field, scene) => ({ resume: scene.target(field) }),
  apply: (world, { resume: target }) => signal(world, target, 'resume', send),
  target: ({ resume }) => resume,
}
