import { eventsOf } from '../../events'
import type { Instant, MomentKind } from '../kind'
import { waitName } from './story'

/** The first `WAIT` that came back with fewer replicas than asked for. */
interface WaitShort extends Instant {
  readonly client: string
  readonly command: 'WAIT' | 'WAITAOF'
  readonly asked: number
  readonly count: number
  readonly times: number
}

export const waitShort: MomentKind<WaitShort> = {
  weight: 82,
  told: 'room',
  find({ run }) {
    const short = eventsOf(run, 'wait-answer').filter(({ event }) => event.count < event.asked)
    const command = waitName(run.scenario)
    const times = short.length
    return short
      .slice(0, 1)
      .map(({ event: { at, host: client, asked, count }, index }) => ({ at, index, client, command, asked, count, times }))
  },
}
