import { useMemo } from 'preact/hooks'
import type { Film } from '@/lib/reading/film/film'
import type { Log } from '@/lib/reading/lists/log'
import { eventTimes, momentTimes, neighbour } from './steps'

/** Where a step leads; null at the ends. */
export interface Steps {
  readonly previousMoment: number | null
  readonly previousEvent: number | null
  readonly nextEvent: number | null
  readonly nextMoment: number | null
}

/** Where the steps of a demo lead from its cursor. */
export function useSteps(films: readonly Film[], logs: readonly Log[], traffic: boolean, at: number): Steps {
  const times = useMemo(() => ({ events: eventTimes(films, logs, traffic), moments: momentTimes(films) }), [films, logs, traffic])
  return {
    previousMoment: neighbour(times.moments, at, -1),
    previousEvent: neighbour(times.events, at, -1),
    nextEvent: neighbour(times.events, at, 1),
    nextMoment: neighbour(times.moments, at, 1),
  }
}
