import { parseScenario } from '@/lib/sim/scenario/parse'
import type { Scenario } from '@/lib/sim/scenario/scenario'

/** Four ways to commit one write: plain Redis, Redis with `WAIT 1`, and MySQL's semi-sync with either wait point. */
export const COMMITS = ['async', 'wait', 'after-sync', 'after-commit'] as const

export type Commit = (typeof COMMITS)[number]

/**
 * When the server that was written to dies, in milliseconds since the client sent its write: one instant in each stage of a commit of
 * MySQL, the same for all four. Before the binlog is written; on the way to the replica; in its relay log; applied there; all answered.
 */
export const DEATHS = { unwritten: 1.2, sent: 8, relayed: 13.5, applied: 18, answered: 30 } as const

export type Death = keyof typeof DEATHS

export const DEATH_NAMES = Object.keys(DEATHS) as readonly Death[]

/** When the client sends, in milliseconds. */
export const SENT_AT = 1000

/** How far away the client and the replica are, in milliseconds, one way. */
export const CLIENT_AWAY = 1
export const REPLICA_AWAY = 10

/** For how long others look for the write, once a millisecond. */
export const WATCHED = 30

/** What is typed where, to look for the write, and to promote the replica and bring the old server back as its replica. */
interface Dialect {
  readonly source: string
  readonly replica: string
  readonly write: string
  readonly read: string
  /** On the replica, once the old server is dead. */
  readonly promote: readonly string[]
  /** On the old server, once it is back. */
  readonly follow: readonly string[]
}

const REDIS: Dialect = {
  source: 'r1',
  replica: 'r2',
  write: 'SET order:{i} paid',
  read: 'GET order:0',
  promote: ['REPLICAOF NO ONE'],
  follow: ['REPLICAOF r2 6379'],
}

const MYSQL: Dialect = {
  source: 'm1',
  replica: 'm2',
  write: 'INSERT INTO t VALUES ({i})',
  read: 'SELECT * FROM t WHERE id=0',
  promote: ['STOP REPLICA', 'RESET REPLICA ALL', 'SET GLOBAL super_read_only=OFF, read_only=OFF'],
  follow: [
    'SET GLOBAL super_read_only=ON',
    "CHANGE REPLICATION SOURCE TO SOURCE_HOST='m2', SOURCE_AUTO_POSITION=1",
    'START REPLICA',
  ],
}

const DIALECTS: Readonly<Record<Commit, Dialect>> = { async: REDIS, wait: REDIS, 'after-sync': MYSQL, 'after-commit': MYSQL }

/** The two servers of a commit. */
export function serversOf(commit: Commit): Pick<Dialect, 'source' | 'replica'> {
  return DIALECTS[commit]
}

/** The old server keeps what it wrote on its disk, as MySQL does: what it lacks after its return, its return has cost it. */
const DURABLE = { redis: { conf: { appendonly: 'yes' } } } as const

/**
 * One write, and on both servers somebody who looks for it every millisecond. With a death: the server that was
 * written to dies, and with it its link to the replica and what was on it; a second later an operator promotes the replica, patiently,
 * then the old server comes back and follows it.
 */
export function commitScenario(commit: Commit, death: Death | null): Scenario {
  const { source, replica, write } = DIALECTS[commit]
  return parseScenario({
    version: 1,
    name: death === null ? `commit-${commit}` : `commit-${commit}-${death}`,
    seed: 7,
    durationMs: 15_000,
    hosts: hostsOf(commit),
    network: {
      latencyMs: 0.1,
      links: [
        { between: ['c1', source], latencyMs: CLIENT_AWAY, jitterMs: 0 },
        { between: [source, replica], latencyMs: REPLICA_AWAY, jitterMs: 0 },
      ],
    },
    workload: [
      {
        client: 'c1',
        command: write,
        everyMs: 1000,
        fromMs: SENT_AT,
        untilMs: SENT_AT + 1,
        ...(commit === 'wait' ? { wait: { replicas: 1, timeoutMs: 1000 } } : {}),
      },
    ],
    actions: [...looks(DIALECTS[commit], death), ...(death === null ? [] : deathOf(DIALECTS[commit], death))],
  })
}

function hostsOf(commit: Commit): object {
  const { source, replica } = DIALECTS[commit]
  const client = { c1: { client: { connect: source } } }
  if (source === REDIS.source) return { [source]: DURABLE, [replica]: { redis: { replicaOf: source, conf: {} } }, ...client }
  const point = commit === 'after-sync' ? 'AFTER_SYNC' : 'AFTER_COMMIT'
  return {
    [source]: { mysql: { conf: { rpl_semi_sync_source_enabled: 'ON', rpl_semi_sync_source_wait_point: point } } },
    [replica]: { mysql: { replicaOf: source, conf: { rpl_semi_sync_replica_enabled: 'ON' } } },
    ...client,
  }
}

function looks({ source, replica, read }: Dialect, death: Death | null): readonly object[] {
  const until = death === null ? WATCHED : DEATHS[death]
  const instants = Array.from({ length: WATCHED + 1 }, (_, index) => index).filter((instant) => instant < until || death === null)
  return instants.flatMap((instant) => [source, replica].map((on) => typed(SENT_AT + instant, on, read)))
}

function deathOf({ source, replica, read, promote, follow }: Dialect, death: Death): readonly object[] {
  const at = SENT_AT + DEATHS[death]
  return [
    { atMs: at, partition: [[source, 'c1'], [replica]] },
    { atMs: at, kill: source },
    ...promote.map((command, index) => typed(2500 + 100 * index, replica, command)),
    typed(3000, replica, read),
    { atMs: 3500, heal: true },
    { atMs: 3600, start: source },
    ...follow.map((command, index) => typed(5500 + 100 * index, source, command)),
    typed(14_000, source, read),
  ]
}

function typed(atMs: number, on: string, command: string): object {
  return { atMs, run: { on, command } }
}
