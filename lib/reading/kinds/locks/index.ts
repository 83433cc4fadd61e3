// What a run with locks is read by, where that differs. It comes with their kinds; for runs without them nothing changes.
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { MOMENTS } from '../../story/moments/moments'
import { replaceView } from '../views'
import { withLocks } from './frame'
import { lockDecisive, lockHeadline } from './headline'
import { withOwners } from './lanes'
import { LOCK_MOMENTS } from './moments'

/** Whether a client takes one. */
export function takesLocks({ hosts }: Scenario): boolean {
  return Object.values(hosts).some(({ client }) => client?.lock !== undefined)
}

/** Whether a client asks several servers for one, none of which follows another. */
export function asksMany({ hosts }: Scenario): boolean {
  return Object.values(hosts).some(({ client }) => client?.lock?.algorithm === 'redlock')
}

replaceView('frames', takesLocks, (film, usual) => withLocks(film.run, usual(film), asksMany(film.run.scenario)))
replaceView('lanes', takesLocks, (film, usual) => withOwners(film.run, usual(film)))
// Of servers that share nothing, each has a key of the lock or none: there is nothing to compare.
replaceView('holdings', asksMany, (film, usual) => ({ ...usual(film), at: () => ({}) }))
// What a script writes is no write of a client: it has no fate, and no dot.
replaceView('flights', takesLocks, (film, usual) => {
  const flights = usual(film)
  const sent = new Set(film.verdict.writes.map(({ write }) => write))
  return { at: (...where) => flights.at(...where).filter(({ write }) => sent.has(write)) }
})
// Nobody hangs on his `WAIT`: that is told by what becomes of the lock.
replaceView('waits', takesLocks, () => ({ longest: null, at: () => [] }))
replaceView('headline', takesLocks, (film) => lockHeadline(film))
replaceView('decisive', takesLocks, (film, usual) => lockDecisive(film, usual(film)))
Object.assign(MOMENTS, LOCK_MOMENTS)

const { start } = MOMENTS
/** Where servers share nothing, the others are no successors of one that comes back. */
const startAlone: typeof start = {
  ...start,
  find: (film) => start.find(film).map((back) => (asksMany(film.run.scenario) ? { ...back, successor: null } : back)),
}
Object.assign(MOMENTS, { start: startAlone })
