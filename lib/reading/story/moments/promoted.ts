import { REDIS_DEFAULTS } from '@/lib/sim/defaults'
import { eventsOf } from '../../events'
import { reaches } from '../../film/frame'
import { isPrimary, type Lanes } from '../../film/lanes'
import type { Instant, MomentKind, Story } from '../kind'
import { after, primaryBefore } from './story'

/**
 * `old`: the primary until then; `goesOn`: it runs and takes itself for one still, and answers writes `OK`, or refuses them for its gate.
 * `reachable`: the promoted one could tell it. `missing`: writes acknowledged by then that the promoted one does not have.
 */
interface Promoted extends Instant {
  readonly host: string
  readonly old: string | null
  readonly sentinel: string | null
  readonly goesOn: 'open' | 'closed' | null
  readonly reachable: boolean
  readonly missing: number
  readonly acknowledged: number
  /** A replica that had acknowledged writes which this one lacks, passed over for its higher `replica-priority`. */
  readonly passedOver: string | null
}

export const promoted: MomentKind<Promoted> = {
  weight: 100,
  told: 'always',
  find: (story) =>
    eventsOf(story.run, 'role').flatMap(({ event, index }): Promoted[] => {
      if (event.role !== 'primary') return []
      const { at, host, sentinel } = event
      const { lanes, frames, fates } = story
      const alive = primaryBefore(lanes, at, host)
      const { missing = 0, acknowledged = 0 } = fates.shortfalls.get(index) ?? {}
      return [
        {
          at,
          index,
          host,
          old: alive ?? formerPrimary(lanes, host, at),
          sentinel,
          goesOn: alive === null ? null : goesOn(lanes, alive, at),
          reachable: alive !== null && reaches(frames.at(at), host, alive),
          missing,
          acknowledged,
          passedOver: passedOver(story, index, at, host, sentinel),
        },
      ]
    }),
}

/** What a primary that has just been replaced does with writes; null where it handed over in that very instant and is one no more. */
function goesOn(lanes: Lanes, server: string, at: number): 'open' | 'closed' | null {
  const now = after(lanes, server, at)
  if (now === 'replica') return null
  return now === 'closed' ? 'closed' : 'open'
}

/** The last server that was primary before `at` and is one no more. */
function formerPrimary({ lanes }: Lanes, except: string, at: number): string | null {
  const former = lanes.flatMap((lane) =>
    lane.segments
      .filter((segment) => lane.server !== except && isPrimary(segment.kind) && segment.to <= at)
      .map((segment) => ({ server: lane.server, to: segment.to })),
  )
  return former.sort((a, b) => b.to - a.to)[0]?.server ?? null
}

/**
 * A replica that had acknowledged writes which the promoted one lacked, and the less preferred priority; the sentinel that chose could
 * have chosen it.
 */
function passedOver(story: Story, promotion: number, at: number, host: string, sentinel: string | null): string | null {
  if (sentinel === null) return null
  const frame = story.frames.at(at)
  const better = story.fates.shortfalls.get(promotion)?.aheadOf.filter((server) => {
    const isReplica = frame.servers[server]?.role === 'replica'
    const near = reaches(frame, sentinel, server) && reaches(frame, server, sentinel)
    return isReplica && near && priorityOf(story, server) > priorityOf(story, host)
  })
  return better?.[0] ?? null
}

function priorityOf({ run }: Story, server: string): number {
  return run.scenario.hosts[server]?.redis?.conf['replica-priority'] ?? REDIS_DEFAULTS['replica-priority']
}
