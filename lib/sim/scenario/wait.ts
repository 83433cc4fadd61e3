import type { EventOf, Reply } from '../journal'
import type { Workload } from './scenario'

/** The command that a workload sends behind each of its own, and how many copies it asks for, its server's own disk among them. */
export function waitOf({ local, replicas, timeoutMs }: NonNullable<Workload['wait']>): {
  readonly line: string
  readonly asked: number
} {
  if (local === undefined) return { line: `WAIT ${replicas} ${timeoutMs}`, asked: replicas }
  return { line: `WAITAOF ${local} ${replicas} ${timeoutMs}`, asked: local + replicas }
}

/** What the answer comes to, in copies as `asked` counts them; null for an error. */
export function copiesIn(reply: Reply, local: number, asked: number): Copies | null {
  if (typeof reply === 'number') return { asked, count: reply }
  const [own, replicas] = Array.isArray(reply) ? reply : []
  if (typeof own !== 'number' || typeof replicas !== 'number') return null
  // Without its own disk it has not got what it asked for, however many replicas there are.
  return { asked, count: own < local ? Math.min(replicas, asked - 1) : replicas + local, disks: [own, replicas] }
}

type Copies = Pick<EventOf<'wait-answer'>, 'asked' | 'count' | 'disks'>
