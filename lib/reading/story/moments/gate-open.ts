import type { Instant, MomentKind } from '../kind'
import { firstOfEach, openings } from './gate-closed'

/** The first time that a gate opens again whose closing is worth telling. */
interface GateOpen extends Instant {
  readonly server: string
  readonly good: number
}

export const gateOpen: MomentKind<GateOpen> = {
  weight: 40,
  told: 'always',
  find: (story) =>
    firstOfEach(openings(story)).map(({ event: { at, host: server, good }, index }) => ({ at, index, server, good })),
}
