import { eventsOf } from '../../events'
import type { Groups } from '../../film/frame'
import type { Instant, MomentKind } from '../kind'
import { primaryBefore } from './story'

/** The network falls apart. `near`: the part with the primary of that time; `rest`: nobody else is left over. */
interface Split extends Instant {
  readonly near: readonly string[]
  readonly far: readonly string[]
  readonly rest: boolean
}

export const split: MomentKind<Split> = {
  weight: 95,
  told: 'always',
  find: ({ run, lanes }) =>
    eventsOf(run, 'partition').map(({ event: { at, groups }, index }) => {
      const { near, far } = sides(groups, primaryBefore(lanes, at))
      const hosts = Object.keys(run.scenario.hosts)
      return { at, index, near, far, rest: hosts.every((host) => near.includes(host) || far.includes(host)) }
    }),
}

/** The group that holds the primary, and everyone it can no longer reach. */
function sides(groups: Groups, primary: string | null): { near: readonly string[]; far: readonly string[] } {
  const near = groups.find((group) => primary !== null && group.includes(primary)) ?? groups[0] ?? []
  return { near, far: groups.flatMap((group) => (group === near ? [] : group)) }
}
