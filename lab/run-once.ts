import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { RealResult } from '@/lib/evidence/recording'
import { finalPrimary } from '@/lib/reading/verdict/final-primary'
import { isOnNetwork } from '@/lib/sim/faults/faults'
import type { EventOf } from '@/lib/sim/journal'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { Failure } from '@/lib/terminal/failure.mjs'
import type { CleanUp } from './clean-up'
import { microsSince, nanos, sleep, wallClockAt } from './clock'
import { Lateness } from './lateness'
import type { Network } from './network/network'
import { disturbances, observed } from './observe/journal'
import { SemisyncCounters } from './observe/semisync-counters'
import { StampedLogs } from './observe/stamped-log'
import { survivors } from './observe/survivors'
import { perform } from './perform'
import { Cluster } from './process/cluster'
import { takePrecedence, yieldPrecedence } from './process/precedence'
import { type Programs, versionOf } from './process/programs'
import { realResult } from './result'
import { fields, NotSettled, settle } from './settle'
import type { Sent } from './writer/protocol'

/** Before time zero, so that every timer stands anywhere in its period: the longest is 10 s. */
const PHASES_MS = [10_000, 20_000] as const
/** The same for MySQL, whose source listens to its replicas once a second; its heartbeats come half a minute after the last event. */
const MYSQL_PHASES_MS = [1000, 4000] as const

/** The machine did something else meanwhile: the run tells nothing of Redis. */
export class Disturbed extends Failure {}

export interface Surroundings {
  readonly programs: Programs
  /** Of this run alone. */
  readonly cleanUp: CleanUp
  readonly directory: string
  readonly build: (scenario: Scenario, cleanUp: CleanUp) => Promise<Network>
  readonly say: (text: string) => void
}

/** Beyond what the scenario itself and the wait before it take: for the cluster to come up and for the result to be read. */
const LIMIT_MS = 180_000

/** Carries a scenario out for real, once; bounded in time. @throws {Disturbed} @throws {NotSettled} */
export async function runOnce(scenario: Scenario, surroundings: Surroundings): Promise<RealResult> {
  const limit = LIMIT_MS + PHASES_MS[1] + scenario.durationMs
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new NotSettled(`no result within ${limit / 1000} s`)), limit)
  })
  try {
    return await Promise.race([unbounded(scenario, surroundings), tooLong])
  } finally {
    clearTimeout(timer)
    surroundings.cleanUp.run()
  }
}

async function unbounded(scenario: Scenario, { programs, cleanUp, directory, build, say }: Surroundings): Promise<RealResult> {
  const home = mkdtempSync(join(directory, 'run-'))
  cleanUp.add(() => rmSync(home, { recursive: true, force: true, maxRetries: 3 }))
  const network = await build(scenario, cleanUp)
  const cluster = new Cluster(scenario, network, programs, home, cleanUp)
  say('settling')
  await settle(cluster)
  const result = await measure(cluster, versionOf(programs), say)
  await cluster.end()
  return result
}

async function measure(cluster: Cluster, version: string, say: (text: string) => void): Promise<RealResult> {
  const { scenario, network } = cluster
  const [least, most] = cluster.hostsWith('mysql').length > 0 ? MYSQL_PHASES_MS : PHASES_MS
  const wait = least + Math.random() * (most - least)
  const settledAt = nanos()
  network.slowDown()
  network.prepare(scenario.actions.filter(isOnNetwork).length)
  const zero = settledAt + BigInt(Math.round(wait * 1e6))
  say(`settled, begins in ${(wait / 1000).toFixed(1)} s, lasts ${(scenario.durationMs / 1000).toFixed(0)} s`)
  cluster.startTime(zero)
  takePrecedence([process.pid, ...network.pids, ...cluster.pids])
  await sleep(wait - 200)
  const lateness = new Lateness()
  const wallZero = wallClockAt(zero)
  const counters = new SemisyncCounters(cluster)
  counters.watch(zero)
  const logs = new StampedLogs(cluster, zero)
  const performed = await perform(cluster, zero)
  const named = await namedAtTheEnd(cluster, microsSince(zero))
  for (const host of cluster.hostsWith('client')) cluster.tellClient(host, { type: 'stop' })
  const labLate = lateness.end()
  yieldPrecedence(process.pid)
  const { events, sent } = observed(cluster, [...performed, ...named], wallZero, logs.end())
  const disturbed = disturbances(cluster, Number(settledAt - zero) / 1000, wallZero)
  if (disturbed.length > 0) throw new Disturbed(disturbed.join('; '))
  const late = Math.max(labLate, ...lateWrites(scenario, sent))
  if (late > Lateness.LIMIT_MS) throw new Disturbed(`the machine kept the lab waiting for ${late.toFixed(0)} ms`)
  const primary = finalPrimary(events)
  const survived = primary === null ? new Set<number>() : await survivors(cluster, primary, sent, events)
  return realResult(scenario, version, events, sent, survived, await counters.total())
}

/** Milliseconds by which writes were late, but those of clients that the scenario itself holds up. */
function lateWrites({ actions }: Scenario, sent: readonly Sent[]): readonly number[] {
  const heldUp = new Set(actions.flatMap((action) => ('resume' in action ? [action.resume.split('.')[0]] : [])))
  return sent.filter(({ host }) => !heldUp.has(host)).map(({ at, due }) => (at - due) / 1000)
}

/** Whom each sentinel that runs names at the end, asked: logs may leave a doubt about the epoch. */
async function namedAtTheEnd(cluster: Cluster, at: number): Promise<readonly EventOf<'belief'>[]> {
  const { network, operator, scenario } = cluster
  const hostAt = (address: string | undefined) =>
    cluster.hostsWith('redis').find((host) => network.endpoint(host, 'redis').address === address) ?? null
  const living = cluster.hostsWith('sentinel').filter((host) => cluster.state(host, 'sentinel') === 'running')
  const answers = await Promise.all(
    living.map(async (sentinel): Promise<EventOf<'belief'> | null> => {
      const { replies } = await operator.order(
        network.direct(sentinel, 'sentinel'),
        [
          ['SENTINEL', 'GET-MASTER-ADDR-BY-NAME', 'm'],
          ['SENTINEL', 'MASTER', 'm'],
        ],
        300,
      )
      const [address, master] = replies ?? []
      const primary = hostAt(Array.isArray(address) ? String(address[0]) : undefined)
      if (primary === null) return null
      const epoch = Number(fields(master ?? null).get('config-epoch') ?? 0)
      return { at: Math.min(at, scenario.durationMs * 1000), host: sentinel, type: 'belief', by: null, primary, epoch }
    }),
  )
  return answers.filter((event) => event !== null)
}
