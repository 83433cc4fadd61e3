import { describe, expect, it } from 'vitest'
import { type Answers, everyAnswer, outcomeId, USUAL } from './answers'
import { CLIENT_TIMEOUT_MS, FAULT_NAMES, FAULTS, type FaultName, faultScenario, faultsOf, WAIT_TIMEOUT_MS } from './faults'
import { outcomeOf } from './kept'

const choices = everyAnswer(['replicas', 'worse', 'wait', 'failover'])

const each = choices.flatMap((answers) =>
  faultsOf(answers).map((fault) => ({ id: `${outcomeId(answers)}, ${fault}`, answers, fault })),
)

describe('the faults', () => {
  it('are five, and the partition for which the gate is chosen', () => {
    expect(FAULT_NAMES).toEqual(['crash', 'slow-link', 'cut-off', 'frozen', 'replica-lost', 'hole'])
    expect(faultsOf({ ...USUAL, replicas: 'one' })).toEqual(FAULT_NAMES.slice(0, 5))
  })

  it('last until another server leads, and for clients that wait longer than WAIT does', () => {
    expect(CLIENT_TIMEOUT_MS).toBeGreaterThan(WAIT_TIMEOUT_MS)
    for (const { fault } of each) expect(FAULTS[fault].shownAt).toMatch(/^\.\.\/[a-z-]+\//)
  })

  it('are the same whatever may happen to the power', () => {
    const hosts = (answers: Answers) => faultScenario(answers, 'crash').hosts
    expect(hosts({ ...USUAL, power: 'yes' })).toEqual(hosts(USUAL))
  })
})

describe('a run', () => {
  it.each(each)('adds up: $id', ({ answers, fault }) => {
    const { attempted, acknowledged, lost, refused, waited, stoppedMs } = outcomeOf(answers, fault)
    expect(acknowledged + refused).toBeLessThanOrEqual(attempted)
    expect(lost).toBeLessThanOrEqual(acknowledged)
    expect(stoppedMs).toBeGreaterThan(0)
    expect(waited === null).toBe(answers.wait === 'no')
  })

  it.each(each.filter(({ answers }) => answers.wait === 'yes'))('loses nothing that all replicas have confirmed: $id', (one) => {
    const { waited } = outcomeOf(one.answers, one.fault)
    expect(waited?.confirmed).toBeGreaterThan(0)
    expect(waited?.confirmedLost).toBe(0)
  })
})

describe('what the page says of the answers', () => {
  const lost = (answers: Partial<Answers>, fault: FaultName) => outcomeOf({ ...USUAL, ...answers }, fault).lost
  const stopped = (answers: Partial<Answers>, fault: FaultName) => outcomeOf({ ...USUAL, ...answers }, fault).stoppedMs

  it('a gate that leaves one replica out has a hole, and one for all has none', () => {
    for (const replicas of ['two', 'three'] as const) {
      expect(lost({ replicas }, 'hole')).toBeGreaterThan(5 * lost({ replicas, worse: 'lost' }, 'hole'))
    }
    expect(lost({ replicas: 'one' }, 'cut-off')).toBeGreaterThan(5 * lost({ replicas: 'one', worse: 'lost' }, 'cut-off'))
  })

  it('one for all replicas stops when one is lost, and one that leaves one out goes on', () => {
    const acknowledged = (worse: Answers['worse']) => outcomeOf({ ...USUAL, worse }, 'replica-lost').acknowledged
    expect(acknowledged('refused')).toBeGreaterThan(acknowledged('lost'))
    expect(stopped({}, 'crash')).toBeLessThan(stopped({ worse: 'lost' }, 'crash'))
  })

  it('a crash on a quiet network costs nothing, over a slow link what is on the way', () => {
    for (const answers of everyAnswer(['replicas', 'worse', 'failover'])) {
      expect(lost(answers, 'crash')).toBe(0)
      expect(lost(answers, 'slow-link')).toBeGreaterThan(0)
    }
  })

  it('clients with a time-out lose nothing to a primary that freezes', () => {
    for (const answers of everyAnswer(['replicas', 'worse', 'failover'])) expect(lost(answers, 'frozen')).toBe(0)
  })

  it('a quicker failover stops writes for a shorter time, and loses less in a split brain', () => {
    const times = (['quick', 'usual', 'patient'] as const).map((failover) => stopped({ failover }, 'cut-off'))
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(new Set(times).size).toBe(3)
    expect(lost({ failover: 'quick' }, 'cut-off')).toBeLessThan(lost({}, 'cut-off'))
  })
})
