import { parseScenario } from '@/lib/sim/scenario/parse'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { type Answers, outcomeId } from './answers'
import { REPLICAS, SENTINELS } from './decisions'
import { deployment, PRIMARY, replicaNames } from './deployment'

/** One client beside the primary, one beside the sentinels. Both ask the sentinels whom to write to. */
const BESIDE_PRIMARY = 'c1'
export const BESIDE_SENTINELS = 'c2'

/** Each of the two clients writes once in so many milliseconds. */
export const EVERY_MS = 40

/** A fault lasts longer than the slowest failover takes. */
const BEGINS_MS = 3000
export const LASTS_MS = 20_000
const ENDS_MS = BEGINS_MS + LASTS_MS
/** A sentinel demotes an old primary some ten seconds after it is back. */
const SETTLES_MS = 20_000
/** Between a replica that is lost and the cut behind it. */
const THEN_MS = 5000

/** How long `WAIT` waits, milliseconds; and the client for any answer, which has to be longer. */
export const WAIT_TIMEOUT_MS = 1000
export const CLIENT_TIMEOUT_MS = 2000

/** What is done to a deployment. */
interface Fault {
  /** As in the file of a scenario. */
  readonly actions: (replicas: readonly string[]) => readonly object[]
  /** How long it takes until all is as before. */
  readonly settlesMs?: number
  /** One way, between the primary and each replica. */
  readonly replicationMs?: number
  /** Where the site shows it, as a link from a page beside it. */
  readonly shownAt: string
}

const cutOff = (primarySide: readonly string[], others: readonly string[], atMs = BEGINS_MS): readonly object[] => [
  {
    atMs,
    partition: [
      [PRIMARY, BESIDE_PRIMARY, ...primarySide],
      [...others, ...SENTINELS, BESIDE_SENTINELS],
    ],
  },
  { atMs: atMs + LASTS_MS, heal: true },
]

const down = (host: string | undefined, lastsMs = LASTS_MS): readonly object[] => [
  { atMs: BEGINS_MS, kill: host },
  { atMs: BEGINS_MS + lastsMs, start: host },
]

/** The faults that every choice is put to, in their order. */
export const FAULTS = {
  crash: { actions: () => down(PRIMARY), shownAt: '../can-redis-lose-a-write/#what-counts-as-delay' },
  'slow-link': {
    actions: () => down(PRIMARY),
    replicationMs: 100,
    shownAt: '../can-redis-lose-a-write/#rate-times-delay',
  },
  'cut-off': { actions: (replicas) => cutOff([], replicas), shownAt: '../split-brain/' },
  frozen: {
    actions: () => [
      { atMs: BEGINS_MS, pause: PRIMARY },
      { atMs: ENDS_MS, resume: PRIMARY },
    ],
    shownAt: '../min-replicas-to-write/#close-first',
  },
  // The replica is back once the old primary is one of the new: before that it would open the old one's gate.
  'replica-lost': {
    actions: (replicas) => [
      ...cutOff([], replicas, BEGINS_MS + THEN_MS),
      ...down(replicas.at(-1), THEN_MS + LASTS_MS + SETTLES_MS),
    ],
    settlesMs: THEN_MS + 2 * SETTLES_MS,
    shownAt: '../min-replicas-to-write/#choosing-n',
  },
  /** Not one of the five: the partition for which the number of replicas to hear from is chosen. */
  hole: {
    actions: (replicas) => cutOff(replicas.slice(0, -1), replicas.slice(-1)),
    shownAt: '../min-replicas-to-write/#choosing-n',
  },
} as const satisfies Readonly<Record<string, Fault>>

export type FaultName = keyof typeof FAULTS

export const FAULT_NAMES = Object.keys(FAULTS) as readonly FaultName[]

/** What a deployment can suffer: with one replica, a primary that is cut off with all but one of them is cut off alone. */
export function faultsOf({ replicas }: Answers): readonly FaultName[] {
  return FAULT_NAMES.filter((name) => name !== 'hole' || REPLICAS[replicas] > 1)
}

/** What the guide comes to, put to a fault. */
export function faultScenario(answers: Answers, fault: FaultName): Scenario {
  const { actions, replicationMs, settlesMs = SETTLES_MS }: Fault = FAULTS[fault]
  const replicas = replicaNames(answers)
  const durationMs = ENDS_MS + settlesMs
  const wait = answers.wait === 'yes' ? { wait: { replicas: replicas.length, timeoutMs: WAIT_TIMEOUT_MS } } : {}
  const client = { connect: 'sentinel', sentinels: SENTINELS, timeoutMs: CLIENT_TIMEOUT_MS }
  const between = replicas.map((replica) => [PRIMARY, replica])
  return parseScenario({
    version: 1,
    name: `${outcomeId(answers)}~${fault}`,
    seed: 7,
    durationMs,
    hosts: { ...deployment(answers), [BESIDE_PRIMARY]: { client }, [BESIDE_SENTINELS]: { client } },
    network: {
      latencyMs: 0.1,
      links: replicationMs === undefined ? [] : between.map((pair) => ({ between: pair, latencyMs: replicationMs })),
    },
    workload: [BESIDE_PRIMARY, BESIDE_SENTINELS].map((name) => ({
      client: name,
      command: `SET ${name}:{i} {i}`,
      everyMs: EVERY_MS,
      fromMs: 300,
      untilMs: durationMs - 1000,
      ...wait,
    })),
    actions: actions(replicas),
  })
}
