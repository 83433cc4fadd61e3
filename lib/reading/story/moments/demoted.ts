import { eventsOf } from '../../events'
import { isPrimary } from '../../film/lanes'
import type { Instant, MomentKind } from '../kind'
import { before } from './story'

/** A primary becomes a replica. `refusing`: its gate was shut already. */
interface Demoted extends Instant {
  readonly host: string
  readonly of: string
  readonly sentinel: string | null
  readonly refusing: boolean
}

export const demoted: MomentKind<Demoted> = {
  weight: 84,
  told: 'always',
  find: ({ run, lanes }) =>
    eventsOf(run, 'role').flatMap(({ event: { at, host, role, of, sentinel }, index }): Demoted[] => {
      const kind = before(lanes, host, at)
      if (role !== 'replica' || of === null || !isPrimary(kind)) return []
      return [{ at, index, host, of, sentinel, refusing: kind === 'closed' }]
    }),
}
