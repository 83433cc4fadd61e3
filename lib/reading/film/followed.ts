import type { Run } from '@/lib/sim/outputs'
import { eventsOf } from '../events'
import { serversOf } from '../servers'
import { REPLACING, replay } from '../verdict/replay'
import type { Verdict } from '../verdict/verdict'
import type { ShownFate } from './fate-changes'
import type { Fates } from './fates'
import type { Dot } from './flights'
import { lastUntil } from './instants'

/** The write that the reader follows, as it stands. */
export interface Followed {
  readonly write: number
  readonly key: string
  readonly client: string
  readonly fate: ShownFate
  /** Servers that have it in memory or, while they are down, on their disk. */
  readonly on: readonly string[]
  /** It, its answer or a copy of it is on its way. */
  readonly flying: boolean
}

export interface Trails {
  /** What had become of a write by `at` µs; null before it was sent. `dots`: what is on its way then. */
  at(write: number, at: number, dots: readonly Dot[]): Followed | null
}

/** Where one write was, from one instant on each. */
interface Trail {
  readonly key: string
  readonly client: string
  readonly sentAt: number
  readonly instants: number[]
  readonly on: (readonly string[])[]
}

/** Follows single writes through a run; each is looked for when it is first asked for. */
export function trailsOf(run: Run, verdict: Verdict, fates: Fates): Trails {
  const known = new Map<number, Trail | null>()
  return {
    at(write, at, dots) {
      const trail = known.has(write) ? (known.get(write) ?? null) : trailOf(run, verdict, write)
      known.set(write, trail)
      if (trail === null || at < trail.sentAt) return null
      return {
        write,
        key: trail.key,
        client: trail.client,
        fate: fates.at(write, at),
        on: trail.on[lastUntil(trail.instants, at)] ?? [],
        flying: dots.some((dot) => dot.write === write && !dot.sunk),
      }
    },
  }
}

function trailOf(run: Run, verdict: Verdict, write: number): Trail | null {
  const record = verdict.writes.find((one) => one.write === write)
  if (record === undefined) return null
  const { key, client, sentAt } = record
  const trail: Trail = { key, client, sentAt, instants: [], on: [] }
  // One that changed nothing is where the earlier one is that made it so; everywhere, if it was so from the beginning (R11).
  const unchanged = eventsOf(run, 'unchanged').find(({ event }) => event.write === write)
  const origin = unchanged === undefined ? write : unchanged.event.madeBy
  const servers = serversOf(run.scenario)
  replay(run, (index, copies) => {
    const event = run.events[index]
    if (event === undefined || index < (unchanged?.index ?? 0)) return
    const moves = 'write' in event && (event.write === write || event.write === origin)
    if (!moves && !REPLACING.has(event.type)) return
    const on = origin === null ? servers : copies.holdersOf(origin)
    if (on.join() === (trail.on.at(-1) ?? []).join()) return
    trail.instants.push(event.at)
    trail.on.push(on)
  })
  return trail
}
