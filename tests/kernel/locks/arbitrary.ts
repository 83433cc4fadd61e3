import fc from 'fast-check'
import { parseScenario } from '@/lib/sim/scenario/parse'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { scenarios } from '../arbitrary'
import { refusalOf } from '../refusal'

const VERSIONS = ['3.12.4', '3.14.0', '3.16.7', '3.17.0', '3.17.5', '3.20.0', '3.20.1', '3.25.0', '3.27.0', '3.46.0', '3.48.0']

const lock = fc.record({
  algorithm: fc.constantFrom(
    'set-nx',
    'redisson',
    'redisson',
    'redisson-fenced',
    'redisson-multi',
    'redisson-redlock',
    'redlock',
  ),
  version: fc.constantFrom(...VERSIONS),
  redlock: fc.constantFrom('spec', '4.2.0', '5.0.0-beta.2'),
  leaseMs: fc.constantFrom(300, 1000, 3000),
  watchdog: fc.boolean(),
  holdMs: fc.constantFrom(100, 900, 4000, null),
  everyMs: fc.integer({ min: 50, max: 700 }),
  fromMs: fc.nat({ max: 3000 }),
  pauseAfterMs: fc.constantFrom(0, 0, 1500),
  /** A server, or with 4 and more the sentinels. */
  at: fc.nat({ max: 7 }),
  token: fc.constantFrom('lockAndGetToken', 'getToken'),
  brief: fc.boolean(),
})

type Wanted = typeof lock extends fc.Arbitrary<infer T> ? T : never

/** Random scenarios with clients that take one lock and write to one resource. */
export const lockScenarios: fc.Arbitrary<Scenario> = fc
  .tuple(scenarios, fc.array(lock, { minLength: 2, maxLength: 3 }), fc.boolean())
  .map(([scenario, locks, sameOwner]) => {
    const clients = locks.map((wanted, index) => [`l${index + 1}`, { client: clientOf(wanted, scenario) }] as const)
    const fenced = locks.every(({ algorithm }) => algorithm === 'redisson-fenced')
    const db = { resource: { fencing: fenced, ...(fenced ? { sameOwner } : { compares: sameOwner }) } }
    // Half of what is done is done to the first of them, too.
    const froze = scenario.actions.flatMap(({ atMs }, index) =>
      index === 0
        ? [
            { atMs, pause: 'l1' },
            { atMs: atMs + 1700, resume: 'l1' },
          ]
        : [],
    )
    const late = froze.filter(({ atMs }) => atMs <= scenario.durationMs)
    const whole = { ...scenario, hosts: { ...scenario.hosts, ...Object.fromEntries(clients), db } }
    const frozen = { ...whole, actions: [...scenario.actions, ...late] }
    return parseScenario(refusalOf(frozen) === null ? frozen : whole)
  })

function clientOf(wanted: Wanted, { hosts }: Scenario): object {
  const { algorithm, at, brief, token } = wanted
  const servers = Object.keys(hosts).filter((host) => hosts[host]?.redis !== undefined)
  const primaries = servers.filter((host) => hosts[host]?.redis?.replicaOf === undefined)
  const sentinels = Object.keys(hosts).filter((host) => hosts[host]?.sentinel !== undefined)
  const several = algorithm === 'redlock' || algorithm === 'redisson-multi' || algorithm === 'redisson-redlock'
  const lock = {
    name: 'lk',
    algorithm,
    ...(algorithm !== 'set-nx' && { version: versionOf(wanted) }),
    leaseMs: wanted.watchdog && (algorithm === 'redisson' || algorithm === 'redisson-fenced') ? null : wanted.leaseMs,
    holdMs: wanted.holdMs,
    everyMs: wanted.everyMs,
    fromMs: wanted.fromMs,
    pauseAfterMs: wanted.pauseAfterMs,
    writesTo: 'db',
    ...(algorithm === 'redisson-fenced' && { token }),
    ...(brief && !several && { conf: { timeout: 300, ...(algorithm !== 'set-nx' && at % 2 === 0 && { waitTime: 900 }) } }),
    ...(brief && algorithm === 'redlock' && { conf: { automaticExtensionThreshold: 100, retryCount: 2 } }),
  }
  if (several) return { connect: primaries, lock }
  if (at >= 4 && sentinels.length > 0) return { connect: 'sentinel', sentinels, lock }
  return { connect: servers[at % servers.length], lock }
}

function versionOf({ algorithm, version, redlock }: Wanted): string {
  if (algorithm === 'redlock') return redlock
  return algorithm === 'redisson-fenced' && version < '3.19' ? '3.19.0' : version
}
