import type { Run } from '@/lib/sim/outputs'
import { eventsOf } from '../../events'
import type { AckAge, Acks } from '../../film/acks'
import { lastUntil } from '../../film/instants'

/** What sources have heard of a replica, each from one instant on; null where its link has gone. */
interface Heard {
  readonly instants: number[]
  readonly acks: ({ readonly by: string; readonly position: number } | null)[]
}

/** Follows the acknowledgements of semi-sync replicas by what their sources tell the journal. */
export function mysqlAcks(run: Run): Acks {
  const replicas = new Map<string, Heard>()
  const hear = (replica: string, at: number, ack: Heard['acks'][number]): void => {
    const heard = replicas.get(replica) ?? { instants: [], acks: [] }
    replicas.set(replica, heard)
    heard.instants.push(at)
    heard.acks.push(ack)
  }
  for (const { event } of eventsOf(run, 'ack-received', 'receiver', 'repointed', 'kill')) {
    const { host, at } = event
    if (event.type === 'ack-received') hear(event.replica, at, { by: host, position: event.position })
    else if (event.type !== 'receiver' || event.state !== 'up') hear(host, at, null)
  }
  return {
    at(at) {
      const ages: Record<string, AckAge> = {}
      for (const [replica, { instants, acks }] of replicas) {
        const last = lastUntil(instants, at)
        const ack = acks[last]
        if (ack != null) ages[replica] = { by: ack.by, age: at - (instants[last] ?? at), maxLag: null, good: true }
      }
      return ages
    },
    confirmed: (server, position, at) =>
      [...replicas].flatMap(([replica, { instants, acks }]) => {
        const has = acks.slice(0, lastUntil(instants, at) + 1).some((ack) => ack?.by === server && ack.position >= position)
        return has ? [replica] : []
      }),
  }
}
