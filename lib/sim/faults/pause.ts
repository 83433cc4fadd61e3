import { pause as send } from '../core/signals'
import type { Target } from '../scenario/process'
import type { Fault } from './fault'
import { signal } from './signal'

/** SIGSTOP: a process does nothing and keeps its connections. */
export const pause: Fault<{ readonly pause: Target }> = {
  needs: ['running'],
  leaves: 'paused',
  read: (field, scene) => ({ pause: scene.target(field) }),
  apply: (world, { pause: target }) => signal(world, target, 'pause', send),
  target: ({ pause }) => pause,
}
