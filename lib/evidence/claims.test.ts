// What articles say of real servers in words, where no figure carries it.
import { expect, it } from 'vitest'
import { evidenceScenario, recordingText } from './files'
import { readRecording } from './recording'

const runsOf = (name: string) => readRecording(recordingText(name) ?? '').runs

it('the gate lets a replica pass that is late and talking: it shuts for the silence when the link becomes slow, and not again', () => {
  const [slow, crash] = evidenceScenario('late-but-talking').actions
  for (const { writes } of runsOf('late-but-talking')) {
    expect(writes.firstRejectedAtMs.NOREPLICAS).toBeLessThan((slow?.atMs ?? 0) + 3000)
    // 100 a second: three seconds of silence, and the whole second of the recount.
    expect(writes.rejected.NOREPLICAS).toBeLessThan(400)
    expect(writes.firstLostAtMs).toBeLessThan((crash?.atMs ?? 0) - 2900)
    expect(writes.lost).toBeGreaterThan(290)
  }
})

it('WAIT had not confirmed the order that a crash takes, and none is lost that it had confirmed', () => {
  for (const { writes } of runsOf('orders-crash-wait')) {
    expect(writes.waits['2']).toMatchObject({ lost: 0 })
    expect(writes.waits.none).toMatchObject({ lost: writes.lost })
  }
  for (const { writes } of runsOf('orders-crash')) expect(writes.lost).toBe(1)
})

it('a new primary without replicas answers NOREPLICAS, and OK not once', () => {
  const [cut] = evidenceScenario('gate-new-primary').actions
  for (const { writes, failovers } of runsOf('gate-new-primary')) {
    expect(failovers).toHaveLength(1)
    expect(writes.rejected.NOREPLICAS).toBeGreaterThan(0)
    // 50 a second: no more than were sent to the old one before the cut, and the one in hand.
    expect(writes.acknowledged).toBeLessThanOrEqual(((cut?.atMs ?? 0) - 300) / 20 + 1)
  }
})

it('the gate of a primary that was frozen lets pass all that was sent meanwhile', () => {
  const { actions } = evidenceScenario('gate-frozen-primary')
  const woke = actions.find((action) => 'resume' in action)?.atMs ?? Number.NaN
  for (const { writes } of runsOf('gate-frozen-primary')) {
    expect(writes.lastLostAtMs).toBeGreaterThan(woke - 100)
    expect(writes.firstRejectedAtMs.NOREPLICAS).toBeGreaterThan(woke - 100)
  }
})

it('with two of four sentinels dead nobody is promoted', () => {
  for (const { failovers } of runsOf('sentinels-4-quorum-2-dead-2')) expect(failovers).toEqual([])
})

it('WAIT on a fresh connection returns at once', () => {
  for (const { replies } of runsOf('wait-other-connection')) expect(replies[1]?.tookMs).toBeLessThan(100)
})

it('a planned SENTINEL FAILOVER loses writes of a client that stays: it goes on for about ten seconds', () => {
  for (const { writes } of runsOf('manual-failover')) {
    const seconds = ((writes.lastLostAtMs ?? 0) - (writes.firstLostAtMs ?? 0)) / 1000
    expect(seconds).toBeGreaterThan(9)
    expect(seconds).toBeLessThan(13)
  }
})
