import fc from 'fast-check'
import type { FaultForm, Occasion } from '@/lib/sim/faults/form'
import { FORMS } from '@/lib/sim/faults/forms'
import type { MYSQL_VARIABLES } from '@/lib/sim/kinds/mysql/conf'
import { STATEMENTS } from '@/lib/sim/kinds/mysql/statements/forms'
import { parseScenario } from '@/lib/sim/scenario/parse'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { refusalOf } from './refusal'

/** Values of variables that make a difference within seconds. */
const VALUES: Readonly<Partial<Record<keyof typeof MYSQL_VARIABLES, readonly (string | number)[]>>> = {
  rpl_semi_sync_source_enabled: ['ON', 'ON', 'OFF'],
  rpl_semi_sync_source_timeout: [0, 30, 500, 5000],
  rpl_semi_sync_source_wait_for_replica_count: [1, 1, 2],
  rpl_semi_sync_source_wait_point: ['AFTER_SYNC', 'AFTER_COMMIT'],
  rpl_semi_sync_source_wait_no_replica: ['ON', 'OFF'],
  rpl_semi_sync_replica_enabled: ['ON', 'ON', 'OFF'],
  replica_net_timeout: [1, 2, 60],
}

const conf = fc.record(Object.fromEntries(Object.entries(VALUES).map(([name, some]) => [name, fc.constantFrom(...some)])), {
  requiredKeys: ['rpl_semi_sync_source_enabled', 'rpl_semi_sync_replica_enabled'],
})

const shape = fc.record({
  seed: fc.nat({ max: 1_000_000 }),
  durationMs: fc.integer({ min: 4000, max: 12_000 }),
  replicas: fc.integer({ min: 0, max: 3 }),
  /** Replica i follows the one before it instead of m1. */
  chained: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
  servers: fc.array(conf, { minLength: 4, maxLength: 4 }),
  latencyMs: fc.constantFrom(0, 0.1, 1, 20),
  clients: fc.array(
    fc.record({
      at: fc.nat({ max: 3 }),
      everyMs: fc.integer({ min: 1, max: 200 }),
      timeoutMs: fc.option(fc.integer({ min: 100, max: 2000 }), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
})

const wish = fc.record({ at: fc.nat({ max: 1000 }), verb: fc.nat(), who: fc.nat({ max: 99 }), what: fc.nat({ max: 99 }) })

const DEEDS = Object.values<FaultForm<object, never>>(FORMS).flatMap((form) => Array<typeof form>(form.often).fill(form))
const LINES = STATEMENTS.flatMap(({ examples }) => examples)
/** What makes a replica a source, in its order. */
const PROMOTION = ['STOP REPLICA', 'RESET REPLICA ALL', 'SET GLOBAL super_read_only=OFF, read_only=OFF']

/** Scenarios with a source of MySQL, its replicas and everything that can go wrong; each is one that `parseScenario` accepts. */
export const mysqlScenarios: fc.Arbitrary<Scenario> = fc
  .tuple(shape, fc.array(wish, { maxLength: 12 }))
  .map(([shaped, wishes]) => {
    const { seed, durationMs, replicas, chained, servers, latencyMs, clients } = shaped
    const hosts: Record<string, object> = {}
    for (let index = 0; index <= replicas; index += 1) {
      const of = chained[index - 1] === true ? `m${index}` : 'm1'
      hosts[`m${index + 1}`] = { mysql: { ...(index > 0 && { replicaOf: of }), conf: servers[index] } }
    }
    const server = (number: number) => `m${(number % (replicas + 1)) + 1}`
    clients.forEach(({ at, timeoutMs }, index) => {
      hosts[`c${index + 1}`] = { client: { connect: server(at), timeoutMs } }
    })
    const workload = clients.map(({ everyMs }, index) => ({
      client: `c${index + 1}`,
      command: `INSERT INTO t VALUES (${index === 1 ? '1' : ''}{i})`,
      everyMs,
      fromMs: 0,
      untilMs: durationMs,
    }))
    const base = { version: 1, name: 'random', seed, durationMs, hosts, network: { latencyMs }, workload }
    const names = Object.keys(hosts)
    const actions: object[] = []
    for (const { at, verb, who, what } of [...wishes].sort((a, b) => a.at - b.at)) {
      const atMs = Math.round((at * durationMs) / 1000)
      const nth = (number: number) => names[number % names.length] ?? 'm1'
      const line = (LINES[what % LINES.length] ?? '')
        .replace('{server}', server(who))
        .replace('{client}', 'c1')
        .replace('{i}', '3')
      const typed = () => ({ on: who % 3 === 0 ? nth(who) : server(who), command: line })
      const occasion: Occasion = {
        who,
        what,
        names,
        host: nth(who),
        other: nth(who + 1 + (what % Math.max(1, names.length - 1))),
        typed,
      }
      const together: readonly object[] | undefined = [
        PROMOTION.map((command) => ({ atMs, run: { on: server(who), command } })),
        [
          { atMs, kill: 'm1' },
          { atMs: Math.min(durationMs, atMs + 10 * (what + 1)), start: 'm1' },
        ],
        // The same key on a replica and on its source.
        [
          { atMs, run: { on: server(who), command: 'SET GLOBAL super_read_only=OFF' } },
          { atMs, run: { on: server(who), command: 'INSERT INTO t VALUES (900000)' } },
          { atMs: Math.min(durationMs, atMs + 1), run: { on: 'm1', command: 'INSERT INTO t VALUES (900000)' } },
        ],
      ][verb % 8]
      const deeds = together ?? [{ atMs, ...(DEEDS[verb % DEEDS.length]?.wish(occasion) ?? {}) }]
      for (const deed of deeds)
        if (refusalOf({ ...base, actions: [...actions, { atMs, ...deed }] }) === null) actions.push({ atMs, ...deed })
    }
    return parseScenario({ ...base, actions })
  })
