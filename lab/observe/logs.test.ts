import { describe, expect, it } from 'vitest'
import { readLog } from './log-line'
import { redisEvents } from './redis-log'
import { sentinelEvents } from './sentinel-log'

const HOSTS: Readonly<Record<string, string>> = {
  '10.99.1.2': 'r1',
  '10.99.2.2': 'r2',
  '10.99.3.2': 'r3',
  '10.99.4.2': 's1',
  '10.99.5.2': 's2',
}
const hostAt = (address: string) => HOSTS[address] ?? null
const ZERO = Date.UTC(2026, 10, 23, 8, 8, 20, 500)

const server = (log: string) => redisEvents('r1', readLog(log, ZERO), hostAt, (host) => host.startsWith('s'))

describe('the log of a server', () => {
  it('tells a demotion by a sentinel', () => {
    const events = server(
      `7:M 23 Nov 2026 08:08:21.000 * Before turning into a replica, using my own master parameters to synthesize a cached master: I may
7:S 23 Nov 2026 08:08:21.001 * REPLICAOF 10.99.3.2:6379 enabled (user request from 'id=9 addr=10.99.5.2:40222 laddr=10.99.1.2:6379 fd=14')`,
    )
    expect(events).toMatchObject([
      { at: 501_000, type: 'role', role: 'replica', of: 'r3', orderedBy: 'sentinel', sentinel: 's2' },
    ])
  })

  it.each([
    ['Partial resynchronization request from 10.99.3.2:6379 accepted. Sending 41 bytes', 'continue', 'ok'],
    ['Full resync requested by replica 10.99.3.2:6379', 'full', 'first-sync'],
    [
      "Partial resynchronization not accepted: Replication ID mismatch (Replica asked for 'a', my replication IDs are 'b' and 'c')",
      'full',
      'replid',
    ],
    [
      'Partial resynchronization not accepted: Requested offset for second ID was 9, but I can reply up to 8',
      'full',
      'second-offset',
    ],
    ['Unable to partial resync with replica 10.99.3.2:6379 for lack of backlog (Replica request was: 9).', 'full', 'backlog'],
  ])('tells how it answered a replica: %s', (answer, outcome, reason) => {
    const events = server(
      `7:M 23 Nov 2026 08:08:21.000 * Replica 10.99.3.2:6379 asks for synchronization\n7:M 23 Nov 2026 08:08:21.001 * ${answer}`,
    )
    expect(events).toMatchObject([{ at: 501_000, host: 'r1', type: 'psync', replica: 'r3', outcome, reason }])
  })

  it('tells a promotion, and by whom', () => {
    const line = (who: string) => `7:M 23 Nov 2026 08:08:22.000 * MASTER MODE enabled (${who})`
    expect(server(line("user request from 'id=3 addr=10.99.4.2:1 laddr=10.99.1.2:6379'"))).toMatchObject([
      { role: 'primary', of: null, orderedBy: 'sentinel', sentinel: 's1' },
    ])
    expect(server(line("user request from 'id=3 addr=10.99.9.9:1'"))).toMatchObject([
      { role: 'primary', orderedBy: 'operator', sentinel: null },
    ])
    expect(server(line("failover request from 'id=3 addr=10.99.2.2:1'"))).toMatchObject([
      { role: 'primary', orderedBy: 'failover' },
    ])
  })

  it('tells a coordinated hand-over', () => {
    const events = server(
      `7:M 23 Nov 2026 08:08:21.000 # Failover target 10.99.3.2:6379 is synced, failing over.
7:M 23 Nov 2026 08:08:21.001 * Before turning into a replica, using my own master parameters to synthesize a cached master: I may`,
    )
    expect(events).toMatchObject([{ type: 'role', role: 'replica', of: 'r3', orderedBy: 'failover' }])
  })

  it('tells in which role it came up', () => {
    expect(server('7:S 23 Nov 2026 08:08:20.500 # Server initialized')).toMatchObject([{ at: 0, type: 'boot', role: 'replica' }])
    expect(server('7:M 23 Nov 2026 08:08:20.499 # Server initialized')).toMatchObject([
      { at: -1000, type: 'boot', role: 'primary' },
    ])
  })

  it('tells whom a replica follows that came up', () => {
    const events = server(
      `7:S 23 Nov 2026 08:08:20.500 # Server initialized
7:S 23 Nov 2026 08:08:20.520 * Connecting to MASTER 10.99.3.2:6379`,
    )
    expect(events).toMatchObject([{ at: 0, type: 'boot', role: 'replica', of: 'r3' }])
  })
})

describe('the log of a sentinel', () => {
  it('of the leader: names the promoted replica before it switches', () => {
    const events = sentinelEvents(
      's1',
      readLog(
        `9:X 23 Nov 2026 08:08:22.500 # +odown master m 10.99.1.2 6379 #quorum 2/2
9:X 23 Nov 2026 08:08:22.500 # +new-epoch 4
9:X 23 Nov 2026 08:08:22.900 # +promoted-slave slave 10.99.2.2:6379 10.99.2.2 6379 @ m 10.99.1.2 6379
9:X 23 Nov 2026 08:08:23.900 # +switch-master m 10.99.1.2 6379 10.99.2.2 6379
9:X 23 Nov 2026 08:08:23.900 * +slave slave 10.99.3.2:6379 10.99.3.2 6379 @ m 10.99.2.2 6379`,
        ZERO,
      ),
      hostAt,
    )
    expect(events.filter(({ type }) => type === 'belief')).toEqual([
      { at: 2_400_000, host: 's1', type: 'belief', by: null, primary: 'r2', epoch: 4 },
    ])
    expect(
      events.flatMap((event) => (event.type === 'sentinel' ? [`${event.event} ${event.target} ${event.kind}`] : [])),
    ).toEqual([
      '+odown r1 master',
      '+new-epoch s1 sentinel',
      '+promoted-slave r2 slave',
      '+switch-master r1 master',
      '+slave r3 slave',
    ])
  })

  it('passes over lines that are no events', () => {
    const log =
      '9:X 23 Nov 2026 08:08:22.500 # s2 voted for s1 4\n9:X 23 Nov 2026 08:08:22.500 * Sentinel new configuration saved on disk\nnot a line'
    expect(sentinelEvents('s1', readLog(log, ZERO), hostAt)).toEqual([])
  })
})
