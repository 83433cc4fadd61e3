import { expect, it } from 'vitest'
import { ALGORITHMS } from '@/lib/sim/kinds/lock/spec'
import { REDLOCK_VERSIONS } from '@/lib/sim/kinds/redlock/versions'
import { algorithmOf } from './algorithms'
import { Holder } from './holder'
import type { LockerBegin } from './protocol'

const WAYS = ALGORITHMS.flatMap((algorithm) =>
  (algorithm === 'redlock' ? REDLOCK_VERSIONS : ['4.7.0']).map((version) => [algorithm, version] as const),
)

it.each(WAYS)('the lab has a client for what a scenario may name: %s %s', (algorithm, version) => {
  const lock = { name: 'lk', algorithm, version, leaseMs: 1000, holdMs: null, everyMs: 1000 }
  const endpoint = { address: '127.0.0.1', port: 1 }
  const begin: LockerBegin = {
    type: 'begin',
    host: 'c1',
    spec: { connect: ['n1'], lock },
    servers: { n1: endpoint },
    sentinels: {},
    primary: 'n1',
    replicas: 0,
    resource: null,
    localAddress: null,
    log: '',
  }
  expect(
    algorithmOf(
      begin,
      new Holder(
        begin,
        () => 0,
        () => {},
        () => {},
      ),
    ).attempt,
  ).toBeTypeOf('function')
})
