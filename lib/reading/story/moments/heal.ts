import { eventsOf } from '../../events'
import { isPrimary } from '../../film/lanes'
import type { Instant, MomentKind, Story } from '../kind'
import { before } from './story'

/** `old`: a primary that has been replaced without knowing it; `until`: when it is told, null if not before the end. */
interface Heal extends Instant {
  readonly old: string | null
  readonly until: number | null
}

export const heal: MomentKind<Heal> = {
  weight: 80,
  told: 'always',
  find: (story) => eventsOf(story.run, 'heal').map(({ event: { at }, index }) => ({ at, index, ...healed(story, at) })),
}

function healed(story: Story, at: number): Omit<Heal, keyof Instant> {
  const { lanes } = story
  const overlap = lanes.overlaps.find((stretch) => stretch.from <= at && stretch.to > at)
  const replaced = overlap?.servers.find((server) => isPrimary(before(lanes, server, overlap.from))) ?? null
  const until = replaced === null ? null : toldAt(story, replaced, at)
  // One that dies before it is told is never told, and is no primary at the end either.
  const toTheEnd = replaced !== null && isPrimary(before(lanes, replaced, lanes.end))
  return { old: until !== null || toTheEnd ? replaced : null, until }
}

/** When a server that is a primary at `at` is made a replica without dying before; null when it is not. */
function toldAt({ run }: Story, server: string, at: number): number | null {
  const told = eventsOf(run, 'role').find(({ event }) => event.host === server && event.at >= at)
  const died = eventsOf(run, 'kill').find(({ event }) => event.host === server && event.process === 'redis' && event.at >= at)
  if (told === undefined || told.event.role !== 'replica') return null
  return died !== undefined && died.index < told.index ? null : told.event.at
}
