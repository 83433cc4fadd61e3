import { kill as send } from '../core/signals'
import type { Target } from '../scenario/process'
import type { Fault } from './fault'
import { signal } from './signal'

/** SIGKILL: what a process had written to its files stays. */
export const kill: Fault<{ readonly kill: Target }> = {
  needs: ['running', 'paused'],
  leaves: 'dead',
  read: (field, scene) => ({ kill: scene.target(field) }),
  apply: (world, { kill: target }) => signal(world, target, 'kill', send),
  target: ({ kill }) => kill,
}
