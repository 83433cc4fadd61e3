import type { Target } from '../scenario/scenario'
import type { Fault } from './fault'

/** A dead process begins again, from its files. */
export const start: Fault<{ readonly start: Target }> = {
  needs: ['dead'],
  leaves: 'running',
  read: (field, scene) => ({ start: scene.target(field) }),
  target: ({ start }) => start,
}
