import fc from 'fast-check'
import { WRITE_FORMS } from '@/lib/sim/kinds/redis/commands/writes'
import type { SentinelConf } from '@/lib/sim/kinds/sentinel/conf'
import { parseScenario } from '@/lib/sim/scenario/parse'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { GATE_VALUES, SERVER_VALUES } from './directive-values'
import { refusalOf } from './refusal'
import { examplesOf, WISHES } from './wishes'

function confOf(values: Readonly<Record<string, readonly string[]>>, constraints: { requiredKeys?: [] } = {}) {
  const entries = Object.entries(values).map(([name, some]) => [name, fc.constantFrom(...some)] as const)
  return fc.record(Object.fromEntries(entries), constraints)
}

/** What a random scenario is made of: numbers that are read as choices among what there is, so that every draw means something. */
const shape = fc.record({
  seed: fc.integer({ min: 0, max: 1_000_000 }),
  server: fc.constantFrom('redis-7.0', 'redis-7.0', 'redis-8.0'),
  durationMs: fc.integer({ min: 5000, max: 20_000 }),
  replicas: fc.integer({ min: 1, max: 3 }),
  /** Replica i follows the one before it instead of r1. */
  chained: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
  /** Without any, a run may end without a primary. */
  sentinels: fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 1, max: 5 }) }, { weight: 2, arbitrary: fc.constant(0) }),
  /** Sentinel i stands on the host of server `shared[i]`, if there is one. */
  shared: fc.array(fc.nat({ max: 9 }), { minLength: 5, maxLength: 5 }),
  quorum: fc.integer({ min: 1, max: 3 }),
  sentinelConf: fc.record({
    'down-after-milliseconds': fc.integer({ min: 500, max: 3000 }),
    'failover-timeout': fc.integer({ min: 1000, max: 20_000 }),
    'parallel-syncs': fc.integer({ min: 1, max: 2 }),
    'master-reboot-down-after-period': fc.constantFrom(0, 0, 0, 500),
  } satisfies { readonly [Name in keyof SentinelConf]: fc.Arbitrary<SentinelConf[Name]> }),
  /** The same on all servers. */
  gate: confOf(GATE_VALUES),
  servers: fc.array(confOf(SERVER_VALUES, { requiredKeys: [] }), { minLength: 4, maxLength: 4 }),
  latencyMs: fc.constantFrom(0, 0.1, 0.1, 1, 20),
  slow: fc.array(
    fc.record({ replica: fc.nat({ max: 2 }), latencyMs: fc.integer({ min: 0, max: 400 }), jitterMs: fc.nat({ max: 50 }) }),
    {
      maxLength: 2,
    },
  ),
  clients: fc.array(
    fc.record({
      /** A server, or with 4 and more the sentinels. */
      at: fc.nat({ max: 7 }),
      timeoutMs: fc.option(fc.integer({ min: 100, max: 2000 }), { nil: undefined }),
      command: fc.constantFrom(...examplesOf(WRITE_FORMS)),
      everyMs: fc.integer({ min: 40, max: 400 }),
      /** A second workload of the same client, on the same keys, without a WAIT. */
      again: fc.boolean(),
      /** A hundred writes, one a millisecond, from this thousandth of the run on. */
      burst: fc.option(fc.nat({ max: 900 }), { nil: null }),
      wait: fc.option(
        fc.record({
          /** With a server that knows it, a WAITAOF. */
          local: fc.constantFrom(undefined, 0, 1),
          replicas: fc.integer({ min: 1, max: 3 }),
          timeoutMs: fc.constantFrom(0, 50, 300, 1000),
        }),
        { nil: undefined },
      ),
    }),
    { minLength: 1, maxLength: 2 },
  ),
})

type Shape = typeof shape extends fc.Arbitrary<infer T> ? T : never

/** `at` in thousandths of the run. */
const wish = fc.record({
  at: fc.nat({ max: 1000 }),
  wish: fc.constantFrom(...WISHES),
  who: fc.nat({ max: 99 }),
  what: fc.nat({ max: 99 }),
})

type Wish = typeof wish extends fc.Arbitrary<infer T> ? T : never

/** Scenarios with everything in them that can go wrong; each is one that `parseScenario` accepts. */
export const scenarios: fc.Arbitrary<Scenario> = fc
  .tuple(shape, fc.array(wish, { maxLength: 10 }))
  .map(([shaped, wishes]) => build(shaped, wishes))

function build(shaped: Shape, wishes: readonly Wish[]): Scenario {
  const hosts = hostsOf(shaped)
  const names = Object.keys(hosts)
  const base = {
    version: 1,
    name: 'random',
    server: shaped.server,
    seed: shaped.seed,
    durationMs: shaped.durationMs,
    hosts,
    network: { latencyMs: shaped.latencyMs, links: linksOf(shaped) },
    workload: shaped.clients.flatMap((client, index) => workloadsOf(client, `c${index + 1}`, shaped)),
  }
  // Wishes that cannot come true at their time fall away, in the order of time.
  const actions: unknown[] = []
  for (const one of [...wishes].sort((a, b) => a.at - b.at)) {
    for (const action of actionsOf(one, names, shaped)) {
      // Without a backlog Redis 7.0 does not count, and no place in a history tells what an fsync has covered (R8).
      if ('powerOff' in action && shaped.server === 'redis-7.0') continue
      if (refusalOf({ ...base, actions: [...actions, action] }) === null) actions.push(action)
    }
  }
  return parseScenario({ ...base, actions })
}

function workloadsOf(
  { command, everyMs, wait: asked, again, burst }: Shape['clients'][number],
  client: string,
  { server, durationMs: untilMs }: Shape,
) {
  const wait = asked === undefined || server === 'redis-8.0' ? asked : { ...asked, local: undefined }
  const usual = { client, command, everyMs, fromMs: 0, untilMs }
  const fromMs = ((burst ?? 0) * untilMs) / 1000
  return [
    { ...usual, wait },
    ...(again ? [{ ...usual, everyMs: everyMs * 1.5 }] : []),
    ...(burst === null ? [] : [{ ...usual, everyMs: 1, fromMs, untilMs: fromMs + 100 }]),
  ]
}

function hostsOf({
  replicas,
  chained,
  sentinels,
  shared,
  quorum,
  sentinelConf,
  gate,
  servers,
  clients,
}: Shape): Record<string, object> {
  const hosts: Record<string, object> = {}
  for (let index = 0; index <= replicas; index += 1) {
    const of = chained[index - 1] === true ? `r${index}` : 'r1'
    hosts[`r${index + 1}`] = { redis: { ...(index > 0 && { replicaOf: of }), conf: { ...gate, ...servers[index] } } }
  }
  const watchers: string[] = []
  for (let index = 0; index < sentinels; index += 1) {
    const server = `r${(shared[index] ?? 9) + 1}`
    const host = server in hosts && !watchers.includes(server) ? server : `s${index + 1}`
    watchers.push(host)
    hosts[host] = { ...hosts[host], sentinel: { monitor: 'r1', quorum: Math.min(quorum, sentinels), conf: sentinelConf } }
  }
  for (const [index, { at, timeoutMs }] of clients.entries()) {
    const connect =
      at > replicas && watchers.length > 0
        ? { connect: 'sentinel', sentinels: watchers }
        : { connect: `r${(at % (replicas + 1)) + 1}` }
    hosts[`c${index + 1}`] = { client: { ...connect, timeoutMs } }
  }
  return hosts
}

function linksOf({ slow, replicas }: Shape): readonly object[] {
  const links = new Map<string, object>()
  for (const { replica, ...link } of slow) {
    const name = `r${(replica % replicas) + 2}`
    links.set(name, { between: ['r1', name], ...link })
  }
  return [...links.values()]
}

function actionsOf({ at, wish, who, what }: Wish, names: readonly string[], { durationMs, replicas }: Shape): readonly object[] {
  const atMs = Math.round((at * durationMs) / 1000)
  return wish.actions({ atMs, who, what, names, server: (number) => `r${(number % (replicas + 1)) + 1}` })
}
