import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scenarioFiles } from '@/content/scenarios'
import { refusalOf } from '@/tests/kernel/refusal'
import { VERBS } from '../faults/faults'
import type { FaultForm } from '../faults/form'
import { FORMS } from '../faults/forms'
import { WRITE_FORMS } from '../kinds/redis/commands/writes'
import { ScenarioError } from './field'
import { parseAbout, parseScenario } from './parse'

/** A scenario with all there is: a pair of processes on one host, both kinds of clients, links, waits and actions. */
function full() {
  return {
    version: 1,
    name: 'full',
    about: { title: { en: 'All there is', de: 'Alles' }, why: 'For the reader of scenarios.', shows: ['lost = 0'] },
    seed: 7,
    durationMs: 40_000,
    hosts: {
      r1: { redis: { conf: { 'min-replicas-to-write': 0, 'replica-priority': 100 } } },
      r2: { redis: { replicaOf: 'r1', conf: {} } },
      h9: { redis: { replicaOf: 'r1' }, sentinel: { monitor: 'r1', quorum: 2 } },
      s1: { sentinel: { monitor: 'r1', quorum: 2, conf: { 'down-after-milliseconds': 2000 } } },
      c1: { client: { connect: 'r1' } },
      c2: { client: { connect: 'sentinel', sentinels: ['s1', 'h9'], timeoutMs: 500 } },
    },
    network: { latencyMs: 0.1, links: [{ between: ['r1', 'r2'], latencyMs: 50, jitterMs: 5 }] },
    workload: [
      { client: 'c1', command: 'SET w:{i} {i}', everyMs: 10, fromMs: 0, untilMs: 20_000, wait: { replicas: 1, timeoutMs: 100 } },
    ],
    actions: [
      {
        atMs: 3000,
        partition: [
          ['r1', 'c1'],
          ['r2', 's1'],
        ],
      },
      { atMs: 3000, cut: { from: 'r1', to: 'r2' } },
      { atMs: 9000, heal: true },
      { atMs: 3000, kill: 'h9.sentinel' },
      { atMs: 5000, start: 'h9.sentinel' },
      { atMs: 3000, pause: 'r2' },
      { atMs: 9000, resume: 'r2' },
      { atMs: 4000, run: { on: 's1.sentinel', command: 'SENTINEL FAILOVER m' } },
      { atMs: 4000, run: { on: 'c1', command: 'WAIT 2 3000' } },
    ],
  }
}

type Json = ReturnType<typeof JSON.parse>

/** The message for the full scenario after an edit, or null when it is accepted. */
function refusal(edit: (scenario: Json) => void): string | null {
  const scenario: Json = full()
  edit(scenario)
  return refusalOf(scenario)
}

function withConf(conf: Readonly<Record<string, unknown>>) {
  return parseScenario({ ...full(), hosts: { ...full().hosts, r1: { redis: { conf } } } }).hosts.r1?.redis?.conf
}

describe('what is accepted', () => {
  it('reads a scenario and fills what may be left out', () => {
    const scenario = parseScenario(full())
    expect(scenario.hosts.c1).toEqual({ client: { connect: 'r1' } })
    expect(scenario.hosts.c2).toEqual(full().hosts.c2)
    expect(scenario.hosts.h9).toEqual({
      redis: { replicaOf: 'r1', conf: {} },
      sentinel: { monitor: 'r1', quorum: 2, conf: {} },
    })
    const { network, workload, actions, ...rest } = full()
    expect(parseScenario({ ...rest, network: { links: [{ between: ['r1', 'r2'] }] } })).toMatchObject({
      network: { latencyMs: 0.1, links: [{ between: ['r1', 'r2'], latencyMs: 0.1, jitterMs: 0 }] },
      workload: [],
      actions: [],
    })
    expect(parseScenario(rest).network).toEqual({ latencyMs: 0.1, links: [] })
    expect(parseScenario({ ...rest, network, workload, actions })).toEqual(scenario)
  })

  it('takes what is said about a scenario, and leaves it out of what runs', () => {
    const { about, ...silent } = full()
    expect(parseScenario(full())).toEqual(parseScenario(silent))
    expect(parseAbout(full())).toEqual(about)
    expect(parseAbout({ ...silent, about: { title: about.title } })).toEqual({ title: about.title, why: null, shows: [] })
    expect(parseAbout(silent)).toBeNull()
  })

  it('keeps the order of the actions and calls a process by its shortest name', () => {
    const { actions } = parseScenario(full())
    expect(actions.map((action) => action.atMs)).toEqual([3000, 3000, 9000, 3000, 5000, 3000, 9000, 4000, 4000])
    expect(actions[3]).toEqual({ atMs: 3000, kill: 'h9.sentinel' })
    expect(actions[7]).toEqual({ atMs: 4000, run: { on: 's1', command: 'SENTINEL FAILOVER m' } })
  })

  it('lets a whole host be acted on', () => {
    expect(refusal((s) => s.actions.push({ atMs: 10_000, kill: 'h9' }, { atMs: 11_000, start: 'h9' }))).toBeNull()
    // Its sentinel is dead by then; its server is not.
    const server = { atMs: 4000, kill: 'h9' }
    expect(refusal((s) => s.actions.push(server))).toBeNull()
    expect(refusal((s) => s.actions.push(server, { atMs: 4500, kill: 'h9' }))).toContain(
      'actions[10].kill: h9 is dead since 4000 ms',
    )
  })

  it.each(Object.entries(scenarioFiles))('reads the named scenario %s, and reading it again changes nothing', (name, file) => {
    const scenario = parseScenario(file)
    expect(scenario.name).toBe(name)
    expect(parseScenario(scenario)).toEqual(scenario)
    expect(parseScenario(JSON.parse(JSON.stringify(scenario)))).toEqual(scenario)
  })

  it('does not change its input', () => {
    const input = full()
    parseScenario(input)
    expect(input).toEqual(full())
  })
})

describe('directives', () => {
  it.each([
    [{ 'min-slaves-to-write': 1 }, { 'min-replicas-to-write': 1 }],
    [{ 'min-slaves-max-lag': '3' }, { 'min-replicas-max-lag': 3 }],
    [{ 'slave-priority': 0 }, { 'replica-priority': 0 }],
    [{ 'repl-ping-slave-period': '5' }, { 'repl-ping-replica-period': 5 }],
  ])('R170: reads the old name in %j as %j', (written, read) => {
    expect(withConf(written)).toEqual(read)
  })

  it.each([
    [{ 'repl-backlog-size': '1mb' }, { 'repl-backlog-size': 1_048_576 }],
    [{ 'repl-backlog-size': '64KB' }, { 'repl-backlog-size': 65_536 }],
    [{ 'repl-backlog-size': '2m' }, { 'repl-backlog-size': 2_000_000 }],
    [{ 'repl-backlog-size': 20_000 }, { 'repl-backlog-size': 20_000 }],
    [{ appendonly: true }, { appendonly: 'yes' }],
    [{ 'repl-diskless-sync': 'NO' }, { 'repl-diskless-sync': 'no' }],
    [{ save: ' 60  10000 ' }, { save: '60 10000' }],
    [{ save: '' }, { save: '' }],
    [{ save: '""' }, { save: '' }],
  ])('reads %j as %j', (written, read) => {
    expect(withConf(written)).toEqual(read)
  })

  it.each([
    [{ 'min-replicas-to-write': -1 }, 'expected a whole number from 0 to 2147483647, got -1'],
    [{ 'min-replicas-to-write': 1.5 }, 'got 1.5'],
    [{ 'min-replicas-to-write': '1mb' }, 'got "1mb"'],
    [{ 'repl-timeout': 0 }, 'expected a whole number from 1'],
    [{ 'repl-backlog-size': '1tb' }, 'expected a size in bytes, or one such as "1mb", got "1tb"'],
    [{ 'repl-backlog-size': 0 }, 'got 0'],
    [{ appendonly: 'maybe' }, 'expected yes or no, got "maybe"'],
    [{ appendonly: 1 }, 'expected yes or no, got 1'],
    [{ save: '60' }, 'expected pairs of seconds and changes'],
    [{ save: '0 1' }, 'expected pairs of seconds and changes'],
    [{ save: null }, 'got null'],
    [{ maxmemory: '1gb' }, 'hosts.r1.redis.conf.maxmemory: not modelled; the directives that are: min-replicas-to-write,'],
    [{ 'min-slaves-to-write': 1, 'min-replicas-to-write': 1 }, 'min-replicas-to-write is said twice'],
  ])('refuses %j', (written, problem) => {
    expect(() => withConf(written)).toThrow(ScenarioError)
    expect(() => withConf(written)).toThrow(problem)
  })
})

describe('what is refused, and how', () => {
  it.each<[string, (s: Json) => void]>([
    ['version: expected 1, got 2', (s) => Object.assign(s, { version: 2 })],
    ['version: missing; expected 1', (s) => delete s.version],
    ['name: expected a name, got 7', (s) => Object.assign(s, { name: 7 })],
    ['seed: expected a whole number from 0 to 4294967295, got 0.5', (s) => Object.assign(s, { seed: 0.5 })],
    [
      'durationMs: expected a number of milliseconds from 0.001 to 3600000, got 3600001',
      (s) => Object.assign(s, { durationMs: 3_600_001 }),
    ],
    [
      'durationMs: expected a number of milliseconds from 0.001 to 3600000, got NaN',
      (s) => Object.assign(s, { durationMs: Number.NaN }),
    ],
    [
      'durationMs: expected a number of milliseconds from 0.001 to 3600000, got Infinity',
      (s) => Object.assign(s, { durationMs: 1 / 0 }),
    ],
    ['extra: unknown key; known are version, name, server, seed,', (s) => Object.assign(s, { extra: 1 })],
    ['["x\\ny"]: unknown key', (s) => Object.assign(s, { 'x\ny': 1 })],
    ['about: expected an object with title, why, shows, got "Two"', (s) => Object.assign(s, { about: 'Two' })],
    ['about.titles: unknown key; known are title, why, shows', (s) => Object.assign(s.about, { titles: 'Two' })],
    ['about.title: missing; expected a title for each language', (s) => delete s.about.title],
    ['about.title: expected a title for each language, got an object', (s) => Object.assign(s.about, { title: {} })],
    ['about.title.en: expected a title, got 2', (s) => Object.assign(s.about.title, { en: 2 })],
    ['about.title.en: expected a title, got " "', (s) => Object.assign(s.about.title, { en: ' ' })],
    ['about.title.de: 201 characters long; expected at most 200', (s) => Object.assign(s.about.title, { de: 'x'.repeat(201) })],
    ['about.why: expected why the scenario exists, got ""', (s) => Object.assign(s.about, { why: '' })],
    ['about.shows: expected a list of comparisons, got "lost = 0"', (s) => Object.assign(s.about, { shows: 'lost = 0' })],
    ['about.shows[0]: expected a comparison, got null', (s) => Object.assign(s.about, { shows: [null] })],
    ['hosts: missing; expected an object of hosts by name', (s) => delete s.hosts],
    ['hosts: expected an object of hosts by name, got a list', (s) => Object.assign(s, { hosts: ['r1'] })],
    ['hosts: no primary; expected a host with redis and without replicaOf', (s) => Object.assign(s, { hosts: {} })],
    ['hosts.DB: expected a name of a-z', (s) => Object.assign(s.hosts, { DB: { redis: {} } })],
    ['hosts.sentinel: expected another name', (s) => Object.assign(s.hosts, { sentinel: { redis: {} } })],
    [
      'hosts.x: nothing runs on it; expected redis, sentinel, mysql, client or resource',
      (s) => Object.assign(s.hosts, { x: {} }),
    ],
    ['hosts.x.mongo: unknown key', (s) => Object.assign(s.hosts, { x: { mongo: {} } })],
    [
      'hosts.r2.redis.replicaOf: no host "r9"; hosts are c1, c2, h9, r1, r2, s1',
      (s) => Object.assign(s.hosts.r2.redis, { replicaOf: 'r9' }),
    ],
    [
      'hosts.r2.redis.replicaOf: no redis on s1; expected one of h9, r1, r2',
      (s) => Object.assign(s.hosts.r2.redis, { replicaOf: 's1' }),
    ],
    ['hosts.r1.redis.replicaOf: a circle, r1 → r2 → r1', (s) => Object.assign(s.hosts.r1.redis, { replicaOf: 'r2' })],
    ['hosts.r2.redis.replicaOf: a circle, r2 → r2', (s) => Object.assign(s.hosts.r2.redis, { replicaOf: 'r2' })],
    [
      'hosts.s1.sentinel.monitor: r2 is a replica of r1; expected a primary',
      (s) => Object.assign(s.hosts.s1.sentinel, { monitor: 'r2' }),
    ],
    ['hosts.s1.sentinel.monitor: no redis on c1', (s) => Object.assign(s.hosts.s1.sentinel, { monitor: 'c1' })],
    [
      'hosts.s1.sentinel.monitor: h9 monitors r1; expected the same primary',
      (s) => {
        s.hosts.r8 = { redis: {} }
        s.hosts.s1.sentinel.monitor = 'r8'
      },
    ],
    ['hosts.s1.sentinel.quorum: missing; expected a whole number of sentinels from 1', (s) => delete s.hosts.s1.sentinel.quorum],
    [
      'hosts.s1.sentinel.quorum: expected a whole number of sentinels from 1 to 1000, got 0',
      (s) => Object.assign(s.hosts.s1.sentinel, { quorum: 0 }),
    ],
    [
      'hosts.s1.sentinel.conf.down-after-milliseconds: expected a whole number from 1',
      (s) => Object.assign(s.hosts.s1.sentinel.conf, { 'down-after-milliseconds': 0 }),
    ],
    [
      'hosts.c1.client.connect: no redis on s1; expected one of h9, r1, r2',
      (s) => Object.assign(s.hosts.c1.client, { connect: 's1' }),
    ],
    [
      'hosts.c2.client.timeoutMs: expected a number of milliseconds from 1 to 3600000, got 0',
      (s) => Object.assign(s.hosts.c2.client, { timeoutMs: 0 }),
    ],
    [
      'hosts.c1.client.sentinels: only a client with connect: "sentinel" has them',
      (s) => Object.assign(s.hosts.c1.client, { sentinels: ['s1'] }),
    ],
    ['hosts.c2.client.sentinels: missing', (s) => delete s.hosts.c2.client.sentinels],
    ['hosts.c2.client.sentinels: expected at least one', (s) => Object.assign(s.hosts.c2.client, { sentinels: [] })],
    [
      'hosts.c2.client.sentinels[0]: no sentinel on r1; expected one of h9, s1',
      (s) => Object.assign(s.hosts.c2.client, { sentinels: ['r1'] }),
    ],
    ['hosts.c2.client.sentinels[1]: s1 is named twice', (s) => Object.assign(s.hosts.c2.client, { sentinels: ['s1', 's1'] })],
    ['network.latencyMs: expected a number of milliseconds from 0', (s) => Object.assign(s.network, { latencyMs: -1 })],
    ['network.links[0].jitterMs: expected a number', (s) => Object.assign(s.network.links[0], { jitterMs: '5' })],
    ['network.links[0].between: expected the names of two hosts', (s) => Object.assign(s.network.links[0], { between: ['r1'] })],
    ['network.links[0].between: both ends are r1', (s) => Object.assign(s.network.links[0], { between: ['r1', 'r1'] })],
    ['network.links[0].between[1]: no host "r9"', (s) => Object.assign(s.network.links[0], { between: ['r1', 'r9'] })],
    [
      'network.links[1].between: the link between r1 and r2 is described twice',
      (s) => s.network.links.push({ between: ['r2', 'r1'] }),
    ],
    ['workload[0].client: no client on r1; expected one of c1, c2', (s) => Object.assign(s.workload[0], { client: 'r1' })],
    [
      `workload[0].command: expected a write that is modelled: ${Object.keys(WRITE_FORMS).join(', ')}, got "GET a"`,
      (s) => Object.assign(s.workload[0], { command: 'GET a' }),
    ],
    ['workload[0].command: expected SET key value, got "SET a"', (s) => Object.assign(s.workload[0], { command: 'SET a' })],
    ['workload[0].everyMs: expected a number of milliseconds from 0.001', (s) => Object.assign(s.workload[0], { everyMs: 0 })],
    [
      'workload[0].fromMs: expected a number of milliseconds from 0 to 40000 (durationMs), got -1',
      (s) => Object.assign(s.workload[0], { fromMs: -1 }),
    ],
    [
      'workload[0].untilMs: expected a number of milliseconds from 0 to 40000 (fromMs to durationMs), got 40001',
      (s) => Object.assign(s.workload[0], { untilMs: 40_001 }),
    ],
    [
      'workload[0].untilMs: expected a number of milliseconds from 30000',
      (s) => Object.assign(s.workload[0], { fromMs: 30_000 }),
    ],
    [
      'workload: 20000000 commands, with 3 servers 160000000 events; expected 3000000 events at most',
      (s) => Object.assign(s.workload[0], { everyMs: 0.001 }),
    ],
    [
      'workload[0].wait.replicas: expected a whole number of replicas from 0',
      (s) => Object.assign(s.workload[0].wait, { replicas: -1 }),
    ],
    [
      'workload[0].wait.timeoutMs: expected a whole number of milliseconds',
      (s) => Object.assign(s.workload[0].wait, { timeoutMs: 0.5 }),
    ],
  ])('%s', (message, edit) => {
    expect(refusal(edit)).toContain(message)
    expect(refusal(edit)).not.toContain('\n')
  })

  it.each<[string, unknown]>([
    [`nothing to do; expected one of ${VERBS.join(', ')}`, { atMs: 1 }],
    ...Object.entries<FaultForm<object, never>>(FORMS).flatMap(([verb, { refused }]) =>
      refused.map(([deed, refusal]): [string, unknown] => [`.${verb}${refusal}`, { atMs: 1, [verb]: deed }]),
    ),
    ['kill and start at once; expected one action', { atMs: 1, kill: 'r1', start: 'r1' }],
    ['.explode: unknown key', { atMs: 1, explode: 'r1' }],
    ['.atMs: missing; expected a number of milliseconds from 0 to 40000 (durationMs)', { kill: 'r1' }],
    ['.atMs: expected a number of milliseconds from 0 to 40000 (durationMs), got 40000.5', { atMs: 40_000.5, kill: 'r1' }],
    ['.kill: no host "r9"; hosts are c1, c2, h9, r1, r2, s1', { atMs: 1, kill: 'r9' }],
    ['.kill: no host "constructor"', { atMs: 1, kill: 'constructor' }],
    ['.kill: no process "h9.client"; expected h9.redis or h9.sentinel', { atMs: 1, kill: 'h9.client' }],
    [
      '.kill: h9.sentinel is dead since 3000 ms, at 4000 ms; expected one that is running or paused',
      { atMs: 4000, kill: 'h9.sentinel' },
    ],
    ['.start: r1 is running from the start, at 9 ms; expected one that is dead', { atMs: 9, start: 'r1' }],
    ['.pause: r2 is paused since 3000 ms', { atMs: 4000, pause: 'r2' }],
    ['.resume: r1 is running from the start', { atMs: 4000, resume: 'r1' }],
    ['.resume: h9.sentinel is dead', { atMs: 4000, resume: 'h9.sentinel' }],
    ['.run.on: h9.sentinel is dead since 3000 ms', { atMs: 4000, run: { on: 'h9.sentinel', command: 'PING' } }],
    [
      '.run.command: expected a sentinel’s command that is modelled: PING, SENTINEL',
      { atMs: 1, run: { on: 's1', command: 'SET a b' } },
    ],
    ['.run.command: expected a command that is modelled: SET,', { atMs: 1, run: { on: 'r1', command: 'FLUSHALL' } }],
    ['.run.command: expected a command that is modelled', { atMs: 1, run: { on: 'c1', command: '' } }],
    ['.run.command: expected SENTINEL with one of', { atMs: 1, run: { on: 's1', command: 'SENTINEL RESET m' } }],
    [
      '.run.command: no master "mymaster"; the one that is monitored is called m',
      { atMs: 1, run: { on: 's1', command: 'SENTINEL FAILOVER mymaster' } },
    ],
    ['.run.command: expected WAIT with two whole numbers', { atMs: 1, run: { on: 'c1', command: 'WAIT one 3000' } }],
    ['.run.command: no host "r9"', { atMs: 1, run: { on: 'r2', command: 'REPLICAOF r9' } }],
    ['.run.command: no redis on s1', { atMs: 1, run: { on: 'r2', command: 'REPLICAOF s1' } }],
    ['.run.command: no directive "maxmemory" is modelled', { atMs: 1, run: { on: 'r2', command: 'CONFIG SET maxmemory 1gb' } }],
    [
      '.run.command: appendonly: expected yes or no, got "on"',
      { atMs: 1, run: { on: 'r2', command: 'CONFIG SET appendonly on' } },
    ],
    ['.run.command: expected CONFIG GET directive', { atMs: 1, run: { on: 'r2', command: 'CONFIG GET' } }],
    ['.run.command: FORCE needs both TO and TIMEOUT', { atMs: 1, run: { on: 'r1', command: 'FAILOVER TO r2 FORCE' } }],
    ['.run.command: ERR syntax error', { atMs: 1, run: { on: 'r1', command: 'FAILOVER ABORT TIMEOUT 5' } }],
    ['.run.command: ERR syntax error', { atMs: 1, run: { on: 'r1', command: 'FAILOVER TO r2 TO r2' } }],
    ['.run.command: ERR syntax error', { atMs: 1, run: { on: 'r1', command: 'FAILOVER TIMEOUT 5 TIMEOUT 6' } }],
    ['.run.command: ERR value is not an integer', { atMs: 1, run: { on: 'r1', command: 'FAILOVER TIMEOUT 05' } }],
    ['.run.command: ERR value is not an integer', { atMs: 1, run: { on: 'r1', command: 'FAILOVER TO r2 6379x' } }],
    ['.run.command: ERR FAILOVER timeout must be', { atMs: 1, run: { on: 'r1', command: 'FAILOVER TIMEOUT 0' } }],
    ['.run.command: expected WAIT with', { atMs: 1, run: { on: 'c1', command: 'WAIT 01 5' } }],
    ['.run.command: expected WAIT with', { atMs: 1, run: { on: 'c1', command: 'WAIT 1 -5' } }],
    ['.run.command: expected WAIT with', { atMs: 1, run: { on: 'c1', command: 'WAIT 1 99999999999999999999' } }],
    ['.run.command: expected REPLICAOF host [port', { atMs: 1, run: { on: 'r2', command: 'REPLICAOF r1 65536' } }],
    ['.run.command: expected REPLICAOF host [port', { atMs: 1, run: { on: 'r2', command: 'REPLICAOF r1 06379' } }],
    ['.run.command: repl-timeout: expected a whole', { atMs: 1, run: { on: 'r1', command: 'CONFIG SET repl-timeout 05' } }],
    ['.run.command: repl-timeout: expected a whole', { atMs: 1, run: { on: 'r1', command: 'CONFIG SET repl-timeout " 5"' } }],
    [
      '.run.command: repl-backlog-size: expected a size',
      { atMs: 1, run: { on: 'r1', command: 'CONFIG SET repl-backlog-size "1 mb"' } },
    ],
    ['.run.command: Invalid argument(s)', { atMs: 1, run: { on: 'r1', command: 'SET "a b c' } }],
    ['.run.command: Invalid argument(s)', { atMs: 1, run: { on: 'r1', command: 'SET "a"b c' } }],
    ['.run.command: expected SET key value', { atMs: 1, run: { on: 'r1', command: 'SET "a b"' } }],
  ])('actions[9]%s', (message, action) => {
    const answer = refusal((s) => s.actions.push(action))
    expect(answer).toContain(message)
    expect(answer).toMatch(/^actions\[9\][.:]/)
  })

  it.each([
    ['r1', 'CONFIG SET min-slaves-max-lag 3', 'CONFIG SET min-replicas-max-lag 3'],
    ['r1', 'CONFIG REWRITE', 'CONFIG REWRITE'],
    ['r1', 'config set repl-backlog-size 1mb', 'config set repl-backlog-size 1048576'],
    ['r1', 'CONFIG SET save ""', 'CONFIG SET save ""'],
    ['r1', 'CONFIG GET slave-priority', 'CONFIG GET replica-priority'],
    ['r2', 'replicaof no one', 'replicaof no one'],
    ['r2', 'SLAVEOF h9 6379', 'SLAVEOF h9 6379'],
    ['r1', 'FAILOVER', 'FAILOVER'],
    ['r1', 'FAILOVER TO r2 6379 FORCE TIMEOUT 500', 'FAILOVER TO r2 6379 FORCE TIMEOUT 500'],
    ['r1', 'FAILOVER ABORT', 'FAILOVER ABORT'],
    ['s1', ' SENTINEL   ckquorum m ', 'SENTINEL ckquorum m'],
    ['r1', 'FAILOVER TIMEOUT 5 TO r2', 'FAILOVER TIMEOUT 5 TO r2'],
    ['r2', 'REPLICAOF r1 1', 'REPLICAOF r1 1'],
    ['c1', 'WAIT -1 0', 'WAIT -1 0'],
    ['r1', 'SET "a b" \'c "d"\'', 'SET "a b" "c \\"d\\""'],
    ['r1', 'SET "a" \'b\'', 'SET a b'],
    ['r1', 'SET a"b c" "\\x41\\n\\\\"', 'SET "ab c" "A\\x0a\\\\"'],
    ['r1', 'CONFIG SET save "3600 1"', 'CONFIG SET save "3600 1"'],
    ['c1', 'WAIT 2 3000', 'WAIT 2 3000'],
    ['r1', 'INFO replication', 'INFO replication'],
  ])('accepts at %s: %s', (on, command, kept) => {
    const { actions } = parseScenario({ ...full(), actions: [{ atMs: 1, run: { on, command } }] })
    expect(actions).toEqual([{ atMs: 1, run: { on, command: kept } }])
    expect(parseScenario({ ...full(), actions }).actions).toEqual(actions)
  })
})

describe('whatever comes', () => {
  const names = fc.constantFrom('r1', 'r2', 'h9', 's1', 'c1', 'c2', 'h9.sentinel', 'nobody', '__proto__', 'constructor')
  const number = fc.oneof(fc.integer({ min: -2, max: 50_000 }), fc.double(), fc.constant(null))
  const command = fc.constantFrom(
    'PING',
    'SET a b',
    'FAILOVER TO',
    'CONFIG SET save 1',
    'WAIT 1 1',
    'REPLICAOF NO ONE',
    'sentinel',
    '',
  )
  const action = fc.record(
    {
      atMs: number,
      kill: names,
      start: names,
      pause: names,
      resume: names,
      heal: fc.boolean(),
      cut: fc.record({ from: names, to: names }),
      partition: fc.array(fc.array(names, { maxLength: 3 }), { maxLength: 3 }),
      run: fc.record({ on: names, command }),
    },
    { requiredKeys: ['atMs'] },
  )

  /** A result of reading, which must not be any error but ours. */
  function read(input: unknown): 'accepted' | 'refused' {
    try {
      const scenario = parseScenario(input)
      expect(parseScenario(scenario)).toEqual(scenario)
      return 'accepted'
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error
      expect(error.message).toMatch(/^[^\n]+: [^\n]+$/)
      return 'refused'
    }
  }

  it('refuses any JSON that is no scenario, with ScenarioError and nothing else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.anything()), (value) => {
        expect(read(value)).toBe('refused')
      }),
      { numRuns: 2000 },
    )
  })

  it('survives any value in any place of a scenario', () => {
    const keys = fc.constantFrom(...Object.keys(full()))
    fc.assert(
      fc.property(keys, fc.jsonValue(), (key, value) => {
        read({ ...full(), [key]: value })
      }),
      { numRuns: 2000 },
    )
  })

  it('accepts some actions and refuses others, and what it accepts it accepts again', () => {
    const seen = { accepted: 0, refused: 0 }
    fc.assert(
      fc.property(fc.array(action, { maxLength: 2 }), (actions) => {
        seen[read({ ...full(), actions })] += 1
      }),
      { numRuns: 3000 },
    )
    expect(seen.accepted).toBeGreaterThan(0)
    expect(seen.refused).toBeGreaterThan(0)
  })
})

describe('names', () => {
  it.each([
    ['scenario', { ...full(), name: 'x'.repeat(201) }, 'name: 201 characters long; expected at most 200'],
    [
      'host',
      { ...full(), hosts: { ...full().hosts, [`r${'1'.repeat(63)}`]: { redis: {} } } },
      ': expected a name of a-z, 0-9 and -, beginning with a letter, of at most 63 characters',
    ],
  ])('of a %s have a limit', (_, scenario, message) => {
    expect(() => parseScenario(scenario)).toThrow(message)
  })
})
