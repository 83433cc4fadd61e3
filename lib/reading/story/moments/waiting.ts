import { eventsOf } from '../../events'
import type { Instant, MomentKind } from '../kind'
import { commandName } from './story'

/** A `WAIT` that somebody typed and that holds him up, at the moment it was sent. */
interface Waiting extends Instant {
  readonly on: string
  readonly command: string
  readonly asked: number
}

/** One that is answered sooner holds up nobody, µs. */
const NOTICEABLE = 500_000

export const waiting: MomentKind<Waiting> = {
  weight: 86,
  told: 'room',
  find: ({ run }) =>
    eventsOf(run, 'reply').flatMap(({ event, index }) => {
      const { at, took, on, command, args } = event
      const isHeld = commandName(event) === 'WAIT' && took >= NOTICEABLE
      return isHeld ? [{ at: at - took, index, on, command, asked: Number(args[0]) }] : []
    }),
}
