import type { Instant, MomentKind } from '../kind'
import { firstLogged, quorumOf, sentinelsOf } from './story'

interface NotElected extends Instant {
  readonly sentinel: string
  readonly votesNeeded: number
}

export const notElected: MomentKind<NotElected> = {
  weight: 91,
  told: 'always',
  find: ({ run }) =>
    firstLogged(run, '-failover-abort-not-elected').map(({ event: { at, host: sentinel }, index }) => {
      const majority = Math.floor(sentinelsOf(run.scenario) / 2) + 1
      return { at, index, sentinel, votesNeeded: Math.max(majority, quorumOf(run.scenario, sentinel)) }
    }),
}
