import type { Film } from '@/lib/sim/views/film'
import type { Log } from '@/lib/sim/views/log'

/** The instant of the next event of any log after `at`, or of the last one before it; null at the ends. */
export function neighbour(times: readonly number[], at: number, direction: 1 | -1): number | null {
  const later = times.filter((time) => (direction === 1 ? time > at : time < at))
  if (later.length === 0) return null
  return direction === 1 ? Math.min(...later) : Math.max(...later)
}

/** The instants of the events that a step may stop at. */
export function eventTimes(films: readonly Film[], logs: readonly Log[], traffic: boolean): readonly number[] {
  return films.flatMap((film, index) => {
    const log = logs[index]
    return log ? (traffic ? log.all : log.notable).map((event) => film.run.events[event]?.at ?? 0) : []
  })
}

export function momentTimes(films: readonly Film[]): readonly number[] {
  return films.flatMap((film) => film.moments.map((moment) => moment.at))
}
