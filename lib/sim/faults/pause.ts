import type { Target } from '../scenario/scenario'
import type { Fault } from './fault'

/** SIGSTOP: a process does nothing and keeps its connections. */
export const pause: Fault<{ readonly pause: Target }> = {
  needs: ['running'],
  leaves: 'paused',
  read: (field, scene) => ({ pause: scene.target(field) }),
  target: ({ pause }) => pause,
}
