import { describe, expect, it } from 'vitest'
import { parseScenario } from '../../scenario/parse'
import { INSERT, STATEMENTS } from './statements/forms'

type Json = ReturnType<typeof JSON.parse>

/** A source with two replicas, and beside them a server of Redis: everything that can stand in a scenario with MySQL. */
function full() {
  return {
    version: 1,
    name: 'semi-sync',
    seed: 7,
    durationMs: 9000,
    hosts: {
      m1: { mysql: { conf: { rpl_semi_sync_source_enabled: 'ON', rpl_semi_sync_source_timeout: 1000 } } },
      m2: { mysql: { replicaOf: 'm1', conf: { rpl_semi_sync_replica_enabled: 'ON' } } },
      m3: { mysql: { replicaOf: 'm2' } },
      r1: { redis: {} },
      c1: { client: { connect: 'm1' } },
      c2: { client: { connect: 'r1' } },
    },
    workload: [{ client: 'c1', command: 'INSERT INTO t VALUES ({i})', everyMs: 20, fromMs: 0, untilMs: 9000 }] as object[],
    actions: [] as object[],
  }
}

function edited(edit: (scenario: Json) => void) {
  const scenario: Json = full()
  edit(scenario)
  return parseScenario(scenario)
}

const typed = (on: string, command: string) =>
  edited((s) => s.actions.push({ atMs: 10, run: { on, command } })).actions.map((action) =>
    'run' in action ? action.run.command : '',
  )

const withConf = (conf: object) => edited((s) => Object.assign(s.hosts.m1.mysql, { conf })).hosts.m1?.mysql?.conf

describe('a scenario with MySQL', () => {
  it('is read, and what was read reads the same', () => {
    const scenario = parseScenario(full())
    expect(scenario.hosts.m3).toEqual({ mysql: { replicaOf: 'm2', conf: {} } })
    expect(parseScenario(JSON.parse(JSON.stringify(scenario)))).toEqual(scenario)
  })

  it('needs no server of Redis', () => {
    const { hosts } = edited((s) => {
      delete s.hosts.r1
      delete s.hosts.c2
    })
    expect(Object.keys(hosts)).toEqual(['m1', 'm2', 'm3', 'c1'])
  })

  it.each<[string, (s: Json) => void]>([
    [
      'actions[0].powerOff: m1 runs mysql, and what a loss of power leaves of it is not modelled; expected kill',
      (s) => s.actions.push({ atMs: 10, powerOff: 'm1' }),
    ],
    [
      'hosts.m1.mysql.conf.rpl_semi_sync: not modelled; the variables that are: rpl_semi_sync_source_enabled,',
      (s) => Object.assign(s.hosts.m1.mysql.conf, { rpl_semi_sync: 'ON' }),
    ],
    [
      'hosts.m2.mysql.replicaOf: no mysql on r1; expected one of m1, m2, m3',
      (s) => Object.assign(s.hosts.m2.mysql, { replicaOf: 'r1' }),
    ],
    [
      'hosts.m2.mysql.replicaOf: no host "m9"; hosts are c1, c2, m1, m2, m3, r1',
      (s) => Object.assign(s.hosts.m2.mysql, { replicaOf: 'm9' }),
    ],
    ['hosts.m2.mysql.replicaOf: a circle, m1 → m3 → m2 → m1', (s) => Object.assign(s.hosts.m1.mysql, { replicaOf: 'm3' })],
    ['hosts.m1.mysql: redis runs there, too; expected a host for each', (s) => Object.assign(s.hosts.m1, { redis: {} })],
    ['hosts.m1.mysql.source: unknown key; known are replicaOf, conf', (s) => Object.assign(s.hosts.m1.mysql, { source: 'm2' })],
    ['hosts.c1.client.connect: no redis on c2', (s) => Object.assign(s.hosts.c1.client, { connect: 'c2' })],
    [
      'workload[0].command: expected INSERT INTO t VALUES (number), got "INSERT INTO users VALUES (1)"',
      (s) => Object.assign(s.workload[0], { command: 'INSERT INTO users VALUES (1)' }),
    ],
    [
      'workload[0].command: expected a write that is modelled: INSERT INTO t VALUES (number), got "SET w:{i} {i}"',
      (s) => Object.assign(s.workload[0], { command: 'SET w:{i} {i}' }),
    ],
    [
      'workload[0].wait: c1 is connected to MySQL, which knows no WAIT; expected nothing',
      (s) => Object.assign(s.workload[0], { wait: { replicas: 1, timeoutMs: 1 } }),
    ],
    ['workload[1].command: expected a write that is modelled: SET,', (s) => s.workload.push({ ...s.workload[0], client: 'c2' })],
    [
      'actions[0].run.command: expected a statement that is modelled: INSERT INTO t VALUES (number); SELECT COUNT(*) FROM t;',
      (s) => s.actions.push({ atMs: 1, run: { on: 'm1', command: 'UPDATE t SET id=1' } }),
    ],
    [
      'actions[0].run.command: expected SELECT COUNT(*) FROM t or SELECT * FROM t WHERE id=number, got "SELECT 1"',
      (s) => s.actions.push({ atMs: 1, run: { on: 'c1', command: 'SELECT 1' } }),
    ],
    [
      'actions[0].run.command: no mysql on r1',
      (s) => s.actions.push({ atMs: 1, run: { on: 'm2', command: "CHANGE REPLICATION SOURCE TO SOURCE_HOST='r1'" } }),
    ],
    [
      "actions[0].run.command: expected SOURCE_HOST='host', got",
      (s) => s.actions.push({ atMs: 1, run: { on: 'm2', command: 'CHANGE REPLICATION SOURCE TO SOURCE_HOST=m1' } }),
    ],
    [
      'actions[0].run.command: expected options among SOURCE_HOST, SOURCE_AUTO_POSITION,',
      (s) => s.actions.push({ atMs: 1, run: { on: 'm2', command: "CHANGE REPLICATION SOURCE TO SOURCE_LOG_FILE='x'" } }),
    ],
    [
      'actions[0].run.command: sync_binlog: not modelled; the variables that are:',
      (s) => s.actions.push({ atMs: 1, run: { on: 'm2', command: 'SET GLOBAL sync_binlog=0' } }),
    ],
    [
      'actions[0].run.command: super_read_only: expected ON or OFF, got "MAYBE"',
      (s) => s.actions.push({ atMs: 1, run: { on: 'm2', command: 'SET GLOBAL super_read_only=MAYBE' } }),
    ],
    [
      'actions[0].run.command: expected a command that is modelled: SET,',
      (s) => s.actions.push({ atMs: 1, run: { on: 'c2', command: 'STOP REPLICA' } }),
    ],
  ])('refuses: %s', (problem, edit) => {
    expect(() => edited(edit)).toThrow(problem)
  })
})

describe('the variables of a server', () => {
  it.each([
    [{ rpl_semi_sync_master_enabled: 1 }, { rpl_semi_sync_source_enabled: 'ON' }],
    [{ rpl_semi_sync_master_timeout: '500' }, { rpl_semi_sync_source_timeout: 500 }],
    [{ rpl_semi_sync_master_wait_for_slave_count: 2 }, { rpl_semi_sync_source_wait_for_replica_count: 2 }],
    [{ rpl_semi_sync_master_wait_no_slave: 'off' }, { rpl_semi_sync_source_wait_no_replica: 'OFF' }],
    [{ rpl_semi_sync_master_wait_point: 'after_commit' }, { rpl_semi_sync_source_wait_point: 'AFTER_COMMIT' }],
    [{ rpl_semi_sync_slave_enabled: true }, { rpl_semi_sync_replica_enabled: 'ON' }],
    [{ slave_net_timeout: 6 }, { replica_net_timeout: 6 }],
    [{ super_read_only: false }, { super_read_only: 'OFF' }],
  ])('Y1: %j is %j', (written, read) => {
    expect(withConf(written)).toEqual(read)
  })

  it.each([
    [{ rpl_semi_sync_source_enabled: 'YES' }, 'expected ON or OFF, got "YES"'],
    [{ rpl_semi_sync_source_wait_point: 'AFTER_FLUSH' }, 'expected AFTER_SYNC or AFTER_COMMIT, got "AFTER_FLUSH"'],
    [{ rpl_semi_sync_source_wait_for_replica_count: 0 }, 'expected a whole number from 1 to 65535, got 0'],
    [{ rpl_semi_sync_master_timeout: 1, rpl_semi_sync_source_timeout: 1 }, 'rpl_semi_sync_source_timeout is said twice'],
  ])('refuses %j', (written, problem) => {
    expect(() => withConf(written)).toThrow(problem)
  })
})

describe('a statement', () => {
  it.each(
    STATEMENTS.flatMap(({ usage, examples }) =>
      examples.map((line) => [line.replace('{server}', 'm1').replace('{client}', 'c1').replace('{i}', '3'), usage] as const),
    ),
  )('of an example is typed as it stands: %s', (line) => {
    expect(typed('m2', line)).toEqual([line])
    expect(typed('c1', line)).toEqual([line])
  })

  it.each([
    ['  insert  into t values( 17 ) ; ', 'INSERT INTO t VALUES (17)'],
    ['select count( * ) from t', 'SELECT COUNT(*) FROM t'],
    ['SELECT id FROM t WHERE id = 5', 'SELECT * FROM t WHERE id=5'],
    ['SHOW GLOBAL STATUS LIKE "Rpl_semi_sync_master_clients"', "SHOW STATUS LIKE 'Rpl_semi_sync_source_clients'"],
    ['stop slave io_thread', 'STOP REPLICA IO_THREAD'],
    ['START SLAVE', 'START REPLICA'],
    ['RESET SLAVE ALL', 'RESET REPLICA ALL'],
    ['SHOW SLAVE STATUS', 'SHOW REPLICA STATUS'],
    [
      "CHANGE MASTER TO MASTER_HOST = 'm3', MASTER_AUTO_POSITION = 1",
      "CHANGE REPLICATION SOURCE TO SOURCE_AUTO_POSITION=1, SOURCE_HOST='m3'",
    ],
    [
      'CHANGE REPLICATION SOURCE TO SOURCE_CONNECT_RETRY=1,SOURCE_RETRY_COUNT=3',
      'CHANGE REPLICATION SOURCE TO SOURCE_CONNECT_RETRY=1, SOURCE_RETRY_COUNT=3',
    ],
    ["SET GLOBAL rpl_semi_sync_master_wait_point = 'after_commit'", 'SET GLOBAL rpl_semi_sync_source_wait_point=AFTER_COMMIT'],
    ['SET GLOBAL super_read_only = 0, GLOBAL read_only = 0', 'SET GLOBAL super_read_only=OFF, read_only=OFF'],
    ['SET @@GLOBAL.slave_net_timeout=6', 'SET GLOBAL replica_net_timeout=6'],
  ])('Y1: %s is %s', (line, read) => {
    expect(typed('m2', line)).toEqual([read])
    expect(typed('m2', read)).toEqual([read])
  })

  it('of a workload is an INSERT', () => {
    for (const command of INSERT.examples)
      expect(edited((s) => Object.assign(s.workload[0], { command })).workload[0]?.command).toBe(command)
  })
})
