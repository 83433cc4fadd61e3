import { eventsOf } from '../../events'
import type { Instant, MomentKind } from '../kind'
import { isOrder } from './story'

/** A command that orders a failover or a new role, at the moment it was typed. */
interface Command extends Instant {
  readonly on: string
  readonly command: string
}

export const command: MomentKind<Command> = {
  weight: 92,
  told: 'always',
  find: ({ run }) =>
    eventsOf(run, 'reply').flatMap(({ event, index }) =>
      isOrder(event) ? [{ at: event.at - event.took, index, on: event.on, command: event.command }] : [],
    ),
}
