import type { Target } from '../scenario/scenario'
import type { Fault } from './fault'

/** SIGCONT: a process goes on with whatever has arrived meanwhile. */
export const resume: Fault<{ readonly resume: Target }> = {
  needs: ['paused'],
  leaves: 'running',
  read: (field, scene) => ({ resume: scene.target(field) }),
  target: ({ resume }) => resume,
}
