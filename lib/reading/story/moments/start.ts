import type { EventOf } from '@/lib/sim/journal'
import { eventsOf } from '../../events'
import type { Instant, MomentKind } from '../kind'
import { primaryBefore } from './story'

/** A server is back. `away`: since its kill; `successor`: who is primary by now, if it comes back as one too. */
interface Start extends Instant {
  readonly host: string
  readonly role: EventOf<'boot'>['role']
  readonly loaded: EventOf<'boot'>['loaded']
  readonly writes: number
  readonly away: number
  readonly successor: string | null
}

export const start: MomentKind<Start> = {
  weight: 90,
  told: 'always',
  find: ({ run, lanes }) =>
    eventsOf(run, 'boot').flatMap(({ event, index }): Start[] => {
      const { at, host, role, loaded, writes } = event
      const kill = eventsOf(run, 'kill').findLast(({ event: killed }) => killed.host === host && killed.at <= at)
      if (kill === undefined) return []
      const successor = role === 'primary' ? primaryBefore(lanes, at, host) : null
      return [{ at, index, host, role, loaded, writes, away: at - kill.event.at, successor }]
    }),
}
