import { eventsOf } from '../../events'
import type { Instant, MomentKind } from '../kind'

/** What one host sends to another does not arrive any more. */
interface OneWay extends Instant {
  readonly from: string
  readonly to: string
}

export const oneWay: MomentKind<OneWay> = {
  weight: 95,
  told: 'always',
  find: ({ run }) => eventsOf(run, 'cut').map(({ event: { at, from, to }, index }) => ({ at, index, from, to })),
}
