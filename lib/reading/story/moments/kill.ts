import { eventsOf } from '../../events'
import { isPrimary } from '../../film/lanes'
import type { WriteRecord } from '../../verdict/verdict'
import type { Instant, MomentKind } from '../kind'
import { before, toServer, waitName } from './story'

/**
 * `stranded`: writes that it had answered `OK` and that no replica had by then. `complete`: there are none. `waited`: there was such a
 * command behind each, which has not confirmed it on any disk or replica. `power`: its host lost its power.
 */
export interface Kill extends Instant {
  readonly host: string
  readonly primary: boolean
  readonly stranded: number
  readonly complete: boolean
  readonly waited: 'WAIT' | 'WAITAOF' | null
  readonly power: boolean
}

export const kill: MomentKind<Kill> = {
  weight: 94,
  told: 'always',
  find({ run, lanes, verdict }) {
    const confirmed = new Set(eventsOf(run, 'wait-answer').flatMap(({ event }) => (event.count > 0 ? [event.write] : [])))
    return eventsOf(run, 'kill')
      .filter(toServer)
      .map(({ event: { at, host, power = false }, index }): Kill => {
        const answered = verdict.writes.filter(
          (write) => write.server === host && write.error === null && (write.answeredAt ?? at + 1) <= at,
        )
        const stranded = answered.filter(({ replicatedAt }) => replicatedAt === null || replicatedAt > at)
        const complete = answered.length > 0 && stranded.length === 0
        const unconfirmed = ({ write, workload }: WriteRecord) =>
          !confirmed.has(write) && workload !== null && run.scenario.workload[workload]?.wait !== undefined
        const waited = stranded.length > 0 && stranded.every(unconfirmed) ? waitName(run.scenario) : null
        return {
          at,
          index,
          host,
          primary: isPrimary(before(lanes, host, at)),
          stranded: stranded.length,
          complete,
          waited,
          power,
        }
      })
  },
}
