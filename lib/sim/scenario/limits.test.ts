import { expect, it } from 'vitest'
import { LARGEST_NAMES, largestScenario } from '@/bench/largest'
import { parseScenario } from './parse'

const named = (prefix: string, number: number, host: object) =>
  Object.fromEntries(Array.from({ length: number }, (_, index) => [`${prefix}${index + 2}`, host]))
const replica = { redis: { replicaOf: 'r1' } }
const sentinel = { sentinel: { monitor: 'r1', quorum: 2 } }
const client = { client: { connect: 'r1' } }

const scenario = (hosts: object, durationMs = 1000, workload: readonly object[] = []) => ({
  version: 1,
  name: 'large',
  seed: 7,
  durationMs,
  hosts: { r1: { redis: {} }, ...hosts },
  workload,
})

it.each([
  ['hosts: 201 hosts with redis; expected 200 at most', scenario(named('r', 200, replica))],
  ['hosts: 101 hosts with sentinel; expected 100 at most', scenario(named('s', 101, sentinel))],
  ['hosts: 1001 hosts with client; expected 1000 at most', scenario(named('c', 1001, client))],
  [
    'durationMs: 3600000 ms of 100 sentinels with 10100 links; expected 990000 ms at most',
    scenario(named('s', 100, sentinel), 3_600_000),
  ],
  [
    'workload: 1000001 commands, with 1 servers 3000003 events; expected 3000000 events at most',
    scenario(named('c', 1, client), 20_000, [{ client: 'c2', command: 'INCR n', everyMs: 0.01, fromMs: 0, untilMs: 10_000.01 }]),
  ],
])('%s', (message, input) => {
  expect(() => parseScenario(input)).toThrow(message)
})

it.each([
  ['200 servers', scenario(named('r', 199, replica))],
  ['100 sentinels', scenario(named('s', 100, sentinel), 990_000)],
  ['1000 clients', scenario(named('c', 1000, client))],
  ['no sentinel for an hour', scenario({}, 3_600_000)],
  [
    'a million writes to one server',
    scenario(named('c', 1, client), 20_000, [{ client: 'c2', command: 'INCR n', everyMs: 0.01, fromMs: 0, untilMs: 10_000 }]),
  ],
])('accepts %s', (_, input) => {
  expect(() => parseScenario(input)).not.toThrow()
})

it.each(LARGEST_NAMES)('accepts what is benchmarked: %s', (name) => {
  expect(() => parseScenario(largestScenario(name))).not.toThrow()
})
