import { eventsOf } from '../../events'
import { isPrimary } from '../../film/lanes'
import type { Instant, MomentKind } from '../kind'
import { before, toServer } from './story'

/** A server freezes. */
interface Pause extends Instant {
  readonly host: string
  readonly primary: boolean
}

export const pause: MomentKind<Pause> = {
  weight: 93,
  told: 'always',
  find: ({ run, lanes }) =>
    eventsOf(run, 'pause')
      .filter(toServer)
      .map(({ event: { at, host }, index }) => {
        return { at, index, host, primary: isPrimary(before(lanes, host, at)) }
      }),
}
