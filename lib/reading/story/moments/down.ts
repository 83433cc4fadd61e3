import { SENTINEL_DEFAULTS } from '@/lib/sim/defaults'
import { eventsOf } from '../../events'
import { reaches } from '../../film/frame'
import type { Instant, MomentKind, Story } from '../kind'
import { quorumOf, sentinelsOf } from './story'

/**
 * Enough sentinels agree, for the first time. `silence`: `down-after-milliseconds` of the one that says so, in µs, where the server was
 * dead, frozen or out of its reach for so long; null where it is taken for dead for another reason.
 */
interface Down extends Instant {
  readonly host: string
  readonly have: number
  readonly sentinels: number
  readonly silence: number | null
}

export const down: MomentKind<Down> = {
  weight: 60,
  told: 'room',
  find(story) {
    const { scenario } = story.run
    const seen = new Set<string>()
    return eventsOf(story.run, 'sentinel').flatMap(({ event, index }): Down[] => {
      const { at, host: sentinel, target: host } = event
      if (event.event !== '+odown' || seen.has(host)) return []
      seen.add(host)
      const conf = scenario.hosts[sentinel]?.sentinel?.conf
      const needed = (conf?.['down-after-milliseconds'] ?? SENTINEL_DEFAULTS['down-after-milliseconds']) * 1000
      const silence = wasSilent(story, sentinel, host, at, needed) ? needed : null
      const have = event.have ?? quorumOf(scenario, sentinel)
      return [{ at, index, host, have, sentinels: sentinelsOf(scenario), silence }]
    })
  },
}

/** Whether a sentinel could hear nothing from a server for so long: it was dead or frozen, or the network between them was cut. */
function wasSilent(story: Story, sentinel: string, server: string, until: number, silence: number): boolean {
  const from = Math.max(0, until - silence)
  const turns = eventsOf(story.run, 'partition', 'cut', 'heal', 'kill', 'start', 'pause', 'resume').map(({ event }) => event.at)
  return [from, ...turns.filter((at) => at > from && at < until)].every((at) => {
    const frame = story.frames.at(at)
    const own = frame.servers[server]
    return !own?.up || own.frozen || !reaches(frame, sentinel, server) || !reaches(frame, server, sentinel)
  })
}
