import { eventsOf } from '../../events'
import type { Instant, MomentKind } from '../kind'

/**
 * From here on a client is answered with an error, or finds nobody: the first of many refusals of one kind. `count`: writes that met it.
 * The gate has a moment of its own.
 */
interface Refused extends Instant {
  readonly client: string
  readonly server: string | null
  readonly error: string
  readonly count: number
}

export const refused: MomentKind<Refused> = {
  weight: 50,
  told: 'room',
  find({ run, verdict }) {
    const counts = new Map<string, number>()
    for (const { client, error } of verdict.writes) {
      if (error === null) continue
      const key = `${client} ${error}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    if (counts.size === 0) return []
    const seen = new Set<string>()
    return eventsOf(run, 'answer').flatMap(({ event: { at, host: client, write, error }, index }): Refused[] => {
      if (error === null || error === 'NOREPLICAS') return []
      const key = `${client} ${error}`
      const count = counts.get(key) ?? 0
      if (seen.has(key) || count * 100 < verdict.attempted) return []
      seen.add(key)
      return [{ at, index, client, server: verdict.writes[write]?.server ?? null, error, count }]
    })
  },
}
