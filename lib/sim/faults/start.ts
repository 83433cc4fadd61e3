import { start as send } from '../core/signals'
import type { Target } from '../scenario/process'
import type { Fault } from './fault'
import { signal } from './signal'

/** A dead process begins again, from its files. */
export const start: Fault<{ readonly start: Target }> = {
  needs: ['dead'],
  leaves: 'running',
  read: (field, scene) => ({ start: scene.target(field) }),
  apply: (world, { start: target }) => signal(world, target, 'start', send),
  target: ({ start }) => start,
}
