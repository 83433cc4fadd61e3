import fc from 'fast-check'
import type { CommandForms } from '@/lib/sim/kinds/command-form'
import type { RedisConf } from '@/lib/sim/kinds/redis/conf'
import { REDIS_COMMANDS } from '@/lib/sim/kinds/redis/forms'
import type { SentinelConf } from '@/lib/sim/kinds/sentinel/conf'
import { SENTINEL_COMMANDS } from '@/lib/sim/kinds/sentinel/forms'
import { ScenarioError } from '@/lib/sim/scenario/field'
import { parseScenario } from '@/lib/sim/scenario/parse'
import type { Scenario } from '@/lib/sim/scenario/scenario'

/** The examples of commands that pass. */
function examplesOf(forms: CommandForms, passes: (flags: CommandForms[string]['flags']) => boolean): readonly string[] {
  return Object.values(forms).flatMap(({ flags, examples }) => (passes(flags) ? examples : []))
}

/** Values of each directive that make a difference within seconds. */
const VALUES = {
  'min-replicas-to-write': ['0', '1', '2', '3'],
  'min-replicas-max-lag': ['0', '1', '2', '4'],
  'replica-priority': ['0', '1', '10', '100'],
  'repl-ping-replica-period': ['1', '3', '10'],
  'repl-timeout': ['2', '5', '60'],
  'repl-backlog-size': ['1', '16kb', '1mb'],
  'repl-backlog-ttl': ['0', '1', '3600'],
  'repl-diskless-sync': ['yes', 'no'],
  'repl-diskless-sync-delay': ['0', '1', '5'],
  appendonly: ['yes', 'no', 'no'],
  save: ['', '1 1', '3600 1'],
} as const satisfies Readonly<Record<keyof RedisConf, readonly string[]>>

const DIRECTIVES: readonly string[] = Object.keys(VALUES)
const valuesOf: Readonly<Record<string, readonly string[]>> = VALUES

function confOf(names: readonly string[], constraints: { requiredKeys?: [] }) {
  return fc.record(Object.fromEntries(names.map((name) => [name, fc.constantFrom(...(valuesOf[name] ?? []))])), constraints)
}

/** What a random scenario is made of: numbers that are read as choices among what there is, so that every draw means something. */
const shape = fc.record({
  seed: fc.integer({ min: 0, max: 1_000_000 }),
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
  gate: confOf(['min-replicas-to-write', 'min-replicas-max-lag'], {}),
  servers: fc.array(
    confOf(
      DIRECTIVES.filter((name) => !name.startsWith('min-replicas')),
      { requiredKeys: [] },
    ),
    { minLength: 4, maxLength: 4 },
  ),
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
      command: fc.constantFrom(...examplesOf(REDIS_COMMANDS, (flags) => flags.includes('write'))),
      everyMs: fc.integer({ min: 40, max: 400 }),
      /** A second workload of the same client, on the same keys, without a WAIT. */
      again: fc.boolean(),
      /** A hundred writes, one a millisecond, from this thousandth of the run on. */
      burst: fc.option(fc.nat({ max: 900 }), { nil: null }),
      wait: fc.option(fc.record({ replicas: fc.integer({ min: 1, max: 3 }), timeoutMs: fc.constantFrom(0, 50, 300, 1000) }), {
        nil: undefined,
      }),
    }),
    { minLength: 1, maxLength: 2 },
  ),
})

type Shape = typeof shape extends fc.Arbitrary<infer T> ? T : never

/** As often as they shall come. */
const VERBS = [
  ...(['kill', 'restart', 'restart', 'start', 'pause', 'freeze', 'partition', 'partition', 'cut', 'heal', 'heal'] as const),
  ...(['run', 'run', 'run', 'set', 'set', 'abdicate'] as const),
]

/** One action; `at` in thousandths of the run, `who` and `what` choose among what there is. */
const wish = fc.record({
  at: fc.nat({ max: 1000 }),
  verb: fc.constantFrom(...VERBS),
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
    seed: shaped.seed,
    durationMs: shaped.durationMs,
    hosts,
    network: { latencyMs: shaped.latencyMs, links: linksOf(shaped) },
    workload: shaped.clients.flatMap((client, index) => workloadsOf(client, `c${index + 1}`, shaped.durationMs)),
  }
  // Wishes that cannot come true at their time fall away, in the order of time.
  const actions: unknown[] = []
  for (const one of [...wishes].sort((a, b) => a.at - b.at)) {
    for (const action of actionsOf(one, names, shaped)) {
      if (accepts({ ...base, actions: [...actions, action] })) actions.push(action)
    }
  }
  return parseScenario({ ...base, actions })
}

function workloadsOf({ command, everyMs, wait, again, burst }: Shape['clients'][number], client: string, untilMs: number) {
  const usual = { client, command, everyMs, fromMs: 0, untilMs }
  const fromMs = ((burst ?? 0) * untilMs) / 1000
  return [
    { ...usual, wait },
    ...(again ? [{ ...usual, everyMs: everyMs * 1.5 }] : []),
    ...(burst === null ? [] : [{ ...usual, everyMs: 1, fromMs, untilMs: fromMs + 100 }]),
  ]
}

function accepts(input: unknown): boolean {
  try {
    parseScenario(input)
    return true
  } catch (error) {
    if (error instanceof ScenarioError) return false
    throw error
  }
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

function actionsOf({ at, verb, who, what }: Wish, names: readonly string[], { durationMs, replicas }: Shape): readonly object[] {
  const atMs = Math.round((at * durationMs) / 1000)
  const host = names[who % names.length] as string
  const server = (number: number) => `r${(number % (replicas + 1)) + 1}`
  switch (verb) {
    case 'partition':
      // The bits of a number say who stands where.
      return [
        {
          atMs,
          partition: [0, 1].map((side) => names.filter((_, index) => (((who * 100 + what) >> (index % 13)) & 1) === side)),
        },
      ]
    case 'cut':
      return [{ atMs, cut: { from: host, to: names[(who + 1 + (what % (names.length - 1))) % names.length] } }]
    case 'heal':
      return [{ atMs, heal: true }]
    case 'run':
      return [{ atMs, run: typed(host, who, what, server) }]
    case 'set': {
      // Where it is also saved, a restart finds it.
      const on = `${server(who)}.redis`
      const set = { atMs, run: { on, command: `CONFIG SET ${SETTINGS[what % SETTINGS.length]}` } }
      return what % 3 === 0 ? [set] : [set, { atMs: atMs + 1 + what, run: { on, command: 'CONFIG REWRITE' } }]
    }
    case 'abdicate':
      // The first primary follows another server; unless somebody is promoted, nobody is a primary then.
      return [{ atMs, run: { on: 'r1.redis', command: `REPLICAOF ${server(what)}` } }]
    case 'restart':
      // Mostly a server, and back within a second, before anyone has taken note.
      return [
        { atMs, kill: server(who) },
        { atMs: atMs + 10 * (what + 1), start: server(who) },
      ]
    case 'freeze':
      return [
        { atMs, pause: host },
        { atMs: atMs + 50 * (what + 1), resume: host },
      ]
    default:
      return [{ atMs, [verb]: host }]
  }
}

/** Everything that can be set. */
const SETTINGS = Object.entries(VALUES).flatMap(([name, values]) => values.map((value) => `${name} "${value}"`))

const AT_SENTINELS = examplesOf(SENTINEL_COMMANDS, () => true)
const AT_CLIENTS = examplesOf(REDIS_COMMANDS, (flags) => !flags.includes('admin'))
const AT_SERVERS = examplesOf(REDIS_COMMANDS, () => true)

/** A command that somebody types somewhere. Whether it makes sense there is for `parseScenario` to say. */
function typed(host: string, who: number, what: number, server: (number: number) => string): object {
  const line = (lines: readonly string[]) => lines[what % lines.length]?.replace('{server}', server(what))
  if (host.startsWith('s')) return { on: host, command: line(AT_SENTINELS) }
  if (host.startsWith('c')) return { on: host, command: line(AT_CLIENTS) }
  return { on: `${server(who)}.redis`, command: line(AT_SERVERS) }
}
