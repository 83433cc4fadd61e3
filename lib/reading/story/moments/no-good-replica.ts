import type { Instant, MomentKind } from '../kind'
import { firstLogged } from './story'

interface NoGoodReplica extends Instant {
  readonly sentinel: string
}

export const noGoodReplica: MomentKind<NoGoodReplica> = {
  weight: 91,
  told: 'always',
  find: ({ run }) =>
    firstLogged(run, '-failover-abort-no-good-slave').map(({ event: { at, host: sentinel }, index }) => ({
      at,
      index,
      sentinel,
    })),
}
