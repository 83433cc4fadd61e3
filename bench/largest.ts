import { resultOf } from '@/lib/reading/verdict/result'
import { run } from '@/lib/sim/run'
import { parseScenario } from '@/lib/sim/scenario/parse'

/** As large as the scenario's reader lets them be (lib/sim/scenario/limits.ts). */
const LARGEST = {
  '750 000 writes, one replica': () => scenario({ servers: 2, everyMs: 0.1, untilMs: 75_000, durationMs: 80_000 }),
  '500 000 writes with WAIT, one replica': () =>
    scenario({ servers: 2, everyMs: 0.01, untilMs: 5000, durationMs: 30_000, waits: true }),
  '750 000 writes to a server that is frozen': () =>
    scenario({ servers: 2, everyMs: 0.1, untilMs: 75_000, durationMs: 90_000, frozen: true }),
  '100 sentinels, 970 s': () => scenario({ servers: 3, sentinels: 100, everyMs: 10, untilMs: 1000, durationMs: 970_000 }),
  '50 sentinels, an hour': () => scenario({ servers: 3, sentinels: 50, everyMs: 10, untilMs: 1000, durationMs: 3_600_000 }),
  '200 servers, an hour': () => scenario({ servers: 200, everyMs: 10, untilMs: 1000, durationMs: 3_600_000 }),
} as const

export type LargestName = keyof typeof LARGEST

export const LARGEST_NAMES = Object.keys(LARGEST) as readonly LargestName[]

/** Before it is read. */
export function largestScenario(name: LargestName): unknown {
  return LARGEST[name]()
}

/** Seconds of the processor for a run and its result, and the most memory of this process so far, megabytes. */
export function measureLargest(name: LargestName): { readonly seconds: number; readonly megabytes: number } {
  const parsed = parseScenario(largestScenario(name))
  const before = process.cpuUsage()
  resultOf(run(parsed))
  const { user, system } = process.cpuUsage(before)
  return { seconds: (user + system) / 1_000_000, megabytes: Math.round(process.resourceUsage().maxRSS / 1000) }
}

interface Shape {
  readonly servers: number
  readonly sentinels?: number
  readonly everyMs: number
  readonly untilMs: number
  readonly durationMs: number
  readonly waits?: boolean
  readonly frozen?: boolean
}

function scenario({ servers, sentinels = 0, everyMs, untilMs, durationMs, waits = false, frozen = false }: Shape): unknown {
  const hosts: Record<string, object> = { r1: { redis: {} }, c1: { client: { connect: 'r1' } } }
  for (let number = 2; number <= servers; number += 1) hosts[`r${number}`] = { redis: { replicaOf: 'r1' } }
  for (let number = 1; number <= sentinels; number += 1) hosts[`s${number}`] = { sentinel: { monitor: 'r1', quorum: 2 } }
  const wait = waits ? { replicas: 1, timeoutMs: 0 } : undefined
  return {
    version: 1,
    name: 'largest',
    seed: 7,
    durationMs,
    hosts,
    workload: [{ client: 'c1', command: 'SET w:{i} {i}', everyMs, fromMs: 0, untilMs, wait }],
    actions: frozen
      ? [
          { atMs: 1, pause: 'r1' },
          { atMs: untilMs, resume: 'r1' },
        ]
      : [],
  }
}
