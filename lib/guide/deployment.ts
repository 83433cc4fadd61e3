import type { Scenario } from '@/lib/sim/scenario/scenario'
import type { Answers } from './answers'
import { type Decision, QUORUM, REDIS_DECISIONS, REPLICAS, SENTINEL_DECISIONS, SENTINELS } from './decisions'

export const PRIMARY = 'r1'

/** The replicas of a deployment. */
export function replicaNames({ replicas }: Answers): readonly string[] {
  return Array.from({ length: REPLICAS[replicas] }, (_, index) => `r${index + 2}`)
}

/** What the answers come to: a primary, its replicas and three sentinels, each on a host of its own. */
export function deployment(answers: Answers): Scenario['hosts'] {
  const redis = settled(REDIS_DECISIONS, answers)
  const sentinel = { monitor: PRIMARY, quorum: QUORUM, conf: settled(SENTINEL_DECISIONS, answers) }
  return {
    [PRIMARY]: { redis: { conf: redis } },
    ...Object.fromEntries(replicaNames(answers).map((name) => [name, { redis: { replicaOf: PRIMARY, conf: redis } }])),
    ...Object.fromEntries(SENTINELS.map((name) => [name, { sentinel }])),
  }
}

/** The directives that are written into the file. */
function settled(decisions: Readonly<Record<string, Decision<number | string>>>, answers: Answers) {
  return Object.fromEntries(
    Object.entries(decisions).flatMap(([name, { value }]) => {
      const chosen = value(answers)
      return chosen === null ? [] : [[name, chosen]]
    }),
  )
}
