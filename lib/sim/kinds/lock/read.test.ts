import { describe, expect, it } from 'vitest'
import { refusalOf } from '@/tests/kernel/refusal'
import { parseScenario } from '../../scenario/parse'

type Json = ReturnType<typeof JSON.parse>

/** A scenario with a lock of each sort. */
function full(): Json {
  const lock = { name: 'lk', leaseMs: 3000, holdMs: 500, everyMs: 1000 }
  return {
    version: 1,
    name: 'locks',
    seed: 7,
    durationMs: 10_000,
    hosts: {
      n1: { redis: {} },
      n2: { redis: {} },
      r2: { redis: { replicaOf: 'n1' } },
      s1: { sentinel: { monitor: 'n1', quorum: 1 } },
      c1: { client: { connect: 'n1', lock: { ...lock, algorithm: 'set-nx', writesTo: 'open' } } },
      c2: {
        client: {
          connect: 'sentinel',
          sentinels: ['s1'],
          lock: {
            ...lock,
            algorithm: 'redisson',
            version: '3.17.5',
            leaseMs: null,
            holdMs: null,
            conf: { lockWatchdogTimeout: 6000, checkLockSyncedSlaves: false },
          },
        },
      },
      c3: {
        client: {
          connect: 'n1',
          lock: { ...lock, algorithm: 'redisson-fenced', version: '3.47.0', writesTo: 'db', token: 'getToken', pauseAfterMs: 5 },
        },
      },
      c4: { client: { connect: ['n1', 'n2'], lock: { ...lock, algorithm: 'redlock', version: '4.2.0', fromMs: 10 } } },
      c5: { client: { connect: ['n1', 'n2'], lock: { ...lock, algorithm: 'redisson-redlock', version: '3.37.0' } } },
      c6: { client: { connect: 'n1' } },
      open: { resource: { fencing: false, compares: true } },
      db: { resource: { fencing: true, sameOwner: true } },
    },
    workload: [],
    actions: [],
  }
}

function refusal(edit: (scenario: Json) => void): string | null {
  const scenario = full()
  edit(scenario)
  return refusalOf(scenario)
}

const lockOf = (client: string, change: object) => (scenario: Json) => Object.assign(scenario.hosts[client].client.lock, change)

describe('a lock in a scenario', () => {
  it('is read, and read again it is the same', () => {
    const scenario = parseScenario(full())
    expect(scenario.hosts.c3?.client?.lock).toMatchObject({ algorithm: 'redisson-fenced', token: 'getToken', pauseAfterMs: 5 })
    expect(parseScenario(JSON.parse(JSON.stringify(scenario)))).toEqual(scenario)
  })

  it.each([
    ['c1.client.lock.algorithm: expected one of set-nx, redisson,', lockOf('c1', { algorithm: 'redsync' })],
    ['c1.client.lock.version: set-nx is no library; expected no version', lockOf('c1', { version: '1.0.0' })],
    ['c1.client.lock.leaseMs: set-nx has no watchdog; expected milliseconds', lockOf('c1', { leaseMs: null })],
    ['c1.client.lock.token: set-nx gives no tokens', lockOf('c1', { token: 'getToken' })],
    [
      'c1.client.lock.conf.retryCount: set-nx has no such setting; it has timeout, scanInterval',
      lockOf('c1', { conf: { retryCount: 1 } }),
    ],
    ['c1.client.lock.writesTo: no resource on n1; expected one of db, open', lockOf('c1', { writesTo: 'n1' })],
    [
      'c1.client.lock.writesTo: db looks at tokens, and set-nx gives none; expected redisson-fenced or fencing: false',
      lockOf('c1', { writesTo: 'db' }),
    ],
    ['c1.client.connect: no redis on s1', (s: Json) => Object.assign(s.hosts.c1.client, { connect: 's1' })],
    [
      'c1.client.connect: set-nx takes its lock on one server',
      (s: Json) => Object.assign(s.hosts.c1.client, { connect: ['n1'] }),
    ],
    [
      'c1.client.timeoutMs: the client of a lock has a timeout of its own',
      (s: Json) => Object.assign(s.hosts.c1.client, { timeoutMs: 5 }),
    ],
    ['c2.client.lock.version: expected a version of Redisson from 3.0.0 to 4.7.0', lockOf('c2', { version: 'latest' })],
    ['c2.client.lock.version: redisson of 4.8.0 is not modelled', lockOf('c2', { version: '4.8.0' })],
    ['c2.client.sentinels: missing', (s: Json) => delete s.hosts.c2.client.sentinels],
    ['c3.client.lock.version: redisson-fenced of 3.18.1 is not modelled', lockOf('c3', { version: '3.18.1' })],
    ['c4.client.lock.version: expected one of spec, 4.2.0, 5.0.0-beta.2', lockOf('c4', { version: '5.0.0' })],
    [
      'c4.client.connect: expected a list of servers, on which redlock takes',
      (s: Json) => Object.assign(s.hosts.c4.client, { connect: 'n1' }),
    ],
    ['c4.client.connect: expected a server to ask', (s: Json) => Object.assign(s.hosts.c4.client, { connect: [] })],
    [
      'c4.client.connect[1]: r2 is a replica; expected independent primaries',
      (s: Json) => Object.assign(s.hosts.c4.client, { connect: ['n1', 'r2'] }),
    ],
    ['c4.client.connect[1]: n1 is named twice', (s: Json) => Object.assign(s.hosts.c4.client, { connect: ['n1', 'n1'] })],
    ['c5.client.lock.leaseMs: redisson-redlock has no watchdog', lockOf('c5', { leaseMs: null })],
    [
      'open.resource.sameOwner: only a resource with fencing: true',
      (s: Json) => Object.assign(s.hosts.open.resource, { sameOwner: true }),
    ],
    [
      'n1.redis.clockSteps[0].byMs: expected a number of milliseconds from -3600000',
      (s: Json) => {
        s.hosts.n1.redis.clockSteps = [{ atMs: 1, byMs: 'a' }]
      },
    ],
    ['open.resource.compares: expected true or false', (s: Json) => Object.assign(s.hosts.open.resource, { compares: 1 })],
    ['c4.client.lock.conf.waitTime: redlock has no such setting', lockOf('c4', { conf: { waitTime: 5 } })],
    [
      'hosts: 741600 tries to take a lock; expected 500000 at most',
      (s: Json) => {
        s.durationMs = 3_600_000
        Object.assign(s.hosts.c1.client.lock, { everyMs: 5 })
      },
    ],
    ['hosts.open: nobody writes to this resource', lockOf('c1', { writesTo: undefined })],
    [
      'workload[0].client: c1 takes a lock; expected a client without lock',
      (s: Json) => s.workload.push({ client: 'c1', command: 'SET a b', everyMs: 10, fromMs: 0, untilMs: 100 }),
    ],
    [
      'actions[0].run.on: c1 takes a lock and no commands',
      (s: Json) => s.actions.push({ atMs: 5, run: { on: 'c1', command: 'PING' } }),
    ],
    [
      'actions[0].run.on: a resource takes no commands',
      (s: Json) => s.actions.push({ atMs: 5, run: { on: 'db', command: 'PING' } }),
    ],
  ])('%s', (message, edit) => {
    expect(refusal(edit)).toContain(message)
  })
})
