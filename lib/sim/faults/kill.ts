import type { Target } from '../scenario/scenario'
import type { Fault } from './fault'

/** SIGKILL: what a process had written to its files stays. */
export const kill: Fault<{ readonly kill: Target }> = {
  needs: ['running', 'paused'],
  leaves: 'dead',
  read: (field, scene) => ({ kill: scene.target(field) }),
  target: ({ kill }) => kill,
}
