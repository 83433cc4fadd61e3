import { eventsOf } from '../../events'
import type { Instant, MomentKind, Story } from '../kind'

/**
 * A full copy threw writes away; copies of one source that come close together are one moment. `lost`: acknowledged writes whose last
 * copy this destroyed; `discarded`: copies of writes thrown away, on all of `hosts`.
 */
interface Erased extends Instant {
  readonly hosts: readonly string[]
  readonly of: string
  readonly lost: number
  readonly discarded: number
  readonly empty: boolean
}

/** Replicas that load the same data this close to each other are one moment, µs. */
const TOGETHER = 2_000_000

export const erased: MomentKind<Erased> = {
  weight: 96,
  told: 'always',
  find(story) {
    const moments: Erased[] = []
    for (const { event, index } of eventsOf(story.run, 'load')) {
      const { at, host, primary: of, discarded } = event
      if (discarded === 0) continue
      const last = moments.at(-1)
      const lost = story.verdict.writes.filter((write) => write.lostBy === index).length
      if (last && last.of === of && at - last.at <= TOGETHER && !last.hosts.includes(host)) {
        const sum = { lost: last.lost + lost, discarded: last.discarded + discarded }
        moments[moments.length - 1] = { ...last, at, index, hosts: [...last.hosts, host], ...sum }
      } else {
        moments.push({ at, index, hosts: [host], of, lost, discarded, empty: cameBackEmpty(story, of, at) })
      }
    }
    return moments
  },
}

/** Whether a server has last come back with no data at all, and as a primary. */
function cameBackEmpty({ run }: Story, server: string, at: number): boolean {
  const boot = eventsOf(run, 'boot').findLast(({ event }) => event.host === server && event.at <= at)
  return boot !== undefined && boot.event.role === 'primary' && boot.event.writes === 0
}
