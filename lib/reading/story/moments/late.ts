import { eventsOf } from '../../events'
import type { Instant, MomentKind, Story } from '../kind'

/**
 * All replicas that a gate counts are further behind than it lets them be silent: they talk, of what was so a while ago. `lag` is
 * `min-replicas-max-lag`, `behind` how old the first write is that the one furthest behind lacks; both µs.
 */
interface Late extends Instant {
  readonly server: string
  readonly replicas: readonly string[]
  readonly behind: number
  readonly lag: number
}

/** The gate counts whole seconds (R50): only a replica that is a second later than that is certainly too late, µs. */
const CERTAINLY = 1_000_000
/** The first that comes as near to the latest of all is the one that is told. */
const AS_LATE = 0.99

export const late: MomentKind<Late> = {
  weight: 89,
  told: 'always',
  find(story) {
    const all = eventsOf(story.run, 'ack').flatMap(({ event: { at, host }, index }) => lateAt(story, host, at, index))
    const servers = [...new Set(all.map(({ server }) => server))]
    return servers.flatMap((server) => {
      const own = all.filter((one) => one.server === server)
      const most = Math.max(...own.map(({ behind }) => behind))
      return own.filter(({ behind }) => behind >= AS_LATE * most).slice(0, 1)
    })
  },
}

/** That it is so at an ACK, if it is. */
function lateAt(story: Story, server: string, at: number, index: number): readonly Late[] {
  const good = Object.entries(story.acks.at(at)).filter(([, ack]) => ack.by === server && ack.good)
  const lag = good[0]?.[1].maxLag ?? null
  if (lag === null) return []
  const held = story.holdings.at(at, 0)
  const behind = good.map(([replica]) => held[replica]?.behindFor ?? 0)
  if (Math.min(...behind) <= lag + CERTAINLY) return []
  return [{ at, index, server, replicas: good.map(([replica]) => replica).sort(), behind: Math.max(...behind), lag }]
}
