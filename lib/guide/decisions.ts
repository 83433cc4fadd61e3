import type { RedisConf } from '@/lib/sim/kinds/redis/conf'
import type { SentinelConf } from '@/lib/sim/kinds/sentinel/conf'
import type { Answer, Answers, Question } from './answers'

/** A setting and the questions that decide it: nothing else can, so that one answer never leads to two recommendations. */
export interface Decision<Value> {
  readonly by: readonly Question[]
  /** Null: left out of the file. */
  readonly value: (answers: Answers) => Value | null
}

function decided<Of extends Question, Value>(
  by: readonly Of[],
  value: (answers: Pick<Answers, Of>) => Value | null,
): Decision<Value> {
  return { by, value }
}

export const REPLICAS: Readonly<Record<Answer<'replicas'>, 1 | 2 | 3>> = { one: 1, two: 2, three: 3 }

/**
 * How soon a failover comes: when sentinels take a silent primary for down, and when it stops writing by itself, which is two seconds
 * before that at the latest. One row an answer, so that neither is chosen without the other.
 */
const FAILOVERS: Readonly<Record<Answer<'failover'>, { readonly downAfterMs: number; readonly maxLagS: number }>> = {
  quick: { downAfterMs: 3000, maxLagS: 1 },
  usual: { downAfterMs: 5000, maxLagS: 3 },
  patient: { downAfterMs: 10_000, maxLagS: 3 },
}

type Decisions<Conf> = { readonly [Name in keyof Conf]?: Decision<Conf[Name]> }

/** What the guide decides in `redis.conf`, the same on every server. */
export const REDIS_DECISIONS = {
  // All have to be heard from, or all but one that may be down.
  'min-replicas-to-write': decided(
    ['replicas', 'worse'],
    ({ replicas, worse }) => REPLICAS[replicas] - (worse === 'lost' ? 0 : 1),
  ),
  'min-replicas-max-lag': decided(['failover'], ({ failover }) => FAILOVERS[failover].maxLagS),
  // What WAIT has confirmed is safe where the replica with the most data is promoted: where all are of one priority.
  'replica-priority': decided(['wait'], ({ wait }) => (wait === 'yes' ? 100 : null)),
  appendonly: decided([], () => 'yes' as const),
} satisfies Decisions<RedisConf>

/** Decided too, but it makes no difference to the runs, in which nobody loses power. Where clients wait, `WAITAOF` waits for the disks, and only where it matters. */
export const APPENDFSYNC: Decision<'always'> = decided(['power', 'wait'], ({ power, wait }) =>
  power === 'yes' && wait === 'no' ? 'always' : null,
)

/** What it decides in `sentinel.conf`, the same on each of the three sentinels. */
export const SENTINEL_DECISIONS = {
  'down-after-milliseconds': decided(['failover'], ({ failover }) => FAILOVERS[failover].downAfterMs),
} satisfies Decisions<SentinelConf>

/** The votes that it takes to call a primary down, of three. */
export const QUORUM = 2

export const SENTINELS = ['s1', 's2', 's3'] as const
