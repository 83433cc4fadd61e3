import { eventsOf } from '../../events'
import type { Instant, MomentKind } from '../kind'

/** The first acknowledged write of a client on another server than before. `forGood`: so is all that it is answered `OK` from then on. */
interface Moved extends Instant {
  readonly client: string
  readonly from: string
  readonly server: string
  readonly forGood: boolean
}

export const moved: MomentKind<Moved> = {
  weight: 55,
  told: 'room',
  find({ run, verdict }) {
    const moves: Moved[] = []
    const servers = new Map<string, string>()
    for (const { event, index } of eventsOf(run, 'answer')) {
      const { host: client, at } = event
      const server = verdict.writes[event.write]?.server ?? null
      if (event.error !== null || server === null) continue
      const from = servers.get(client)
      servers.set(client, server)
      if (from === undefined || from === server) continue
      const known = moves.findIndex((move) => move.client === client)
      const first = moves[known]
      if (first === undefined) moves.push({ at, index, client, from, server, forGood: true })
      else moves[known] = { ...first, forGood: false }
    }
    return moves
  },
}
