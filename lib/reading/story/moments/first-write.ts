import { eventsOf } from '../../events'
import type { Instant, MomentKind } from '../kind'

interface FirstWrite extends Instant {
  readonly client: string
  readonly server: string
}

export const firstWrite: MomentKind<FirstWrite> = {
  weight: 20,
  told: 'filler',
  find({ run, verdict }) {
    const first = eventsOf(run, 'answer').find(({ event }) => event.error === null)
    const server = first && verdict.writes.find(({ write }) => write === first.event.write)?.server
    return first && server ? [{ at: first.event.at, index: first.index, client: first.event.host, server }] : []
  },
}
