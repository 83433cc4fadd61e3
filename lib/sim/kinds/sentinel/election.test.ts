import { describe, expect, it } from 'vitest'
import { type Cluster, cluster } from '@/tests/kernel/cluster'
import { expectRange, Runs, spread, spreadOf } from '@/tests/kernel/spread'
import { type Story, seconds } from '@/tests/kernel/story'
import { wiretap } from '@/tests/kernel/wiretap'

const T0 = 5000
const D = 2
const FT = 8

const base = (shape: Parameters<typeof cluster>[0] = {}) =>
  cluster({
    replicas: 2,
    sentinels: 3,
    ...shape,
    sentinelConf: { 'down-after-milliseconds': D * 1000, 'failover-timeout': FT * 1000, ...shape.sentinelConf },
  })

const crash = new Runs(base().at(T0).kill('r1').until(8500), 150)

/** Each candidacy: who, and in which epoch. */
const candidates = (story: Story) => story.logs('+try-failover').map(({ host: sentinel, epoch }) => `${sentinel}/${epoch}`)

describe('R95, R96: asking the others', () => {
  const heard = wiretap(base().at(T0).kill('r1').until(9000))
  const asks = heard.flatMap((one) => (one.message?.type === 'ask' ? [{ ...one, candidate: one.message.candidate }] : []))

  it('R95: begins with the tick of the own +sdown, and asks every peer', () => {
    const story = base().at(T0).kill('r1').until(9000).run()
    for (const sentinel of ['s1', 's2', 's3']) {
      const first = asks.filter(({ from }) => from === `${sentinel}.sentinel`).slice(0, 2)
      const own = story.log('+sdown', { host: sentinel, kind: 'master' })
      expect(first.map(({ at }) => at)).toEqual([own.at, own.at])
      expect(new Set(first.map(({ to }) => to)).size).toBe(2)
    }
  })

  it('R95: asks again when the last answer is a second old; a silent peer is asked at every tick', () => {
    const unanswered = wiretap(base({ replicas: 0 }).at(T0).kill('r1').at(7500).pause('s3').until(12_000))
    const gaps = (to: string) => {
      const times = unanswered
        .filter(({ what, from, to: target, at }) => what === 'ask' && from === 's1.sentinel' && target === to && at > 8_600_000)
        .map(({ at }) => at / 1000)
      return spreadOf(times.slice(1).map((at, index) => at - (times[index] ?? 0)))
    }
    expect(gaps('s2.sentinel').min).toBeGreaterThan(999)
    expect(gaps('s2.sentinel').max).toBeLessThan(1101)
    expect(gaps('s3.sentinel').mean).toBeLessThan(85)
  })

  it('R95: asks for a vote only when it is a candidate', () => {
    const story = base().at(T0).kill('r1').until(9000).run()
    const started = new Map(story.logs('+try-failover').map(({ host: sentinel, at }) => [`${sentinel}.sentinel`, at]))
    for (const { from, at, candidate } of asks)
      expect(candidate !== null).toBe(at >= (started.get(from) ?? Number.POSITIVE_INFINITY))
    expect(asks.some(({ candidate }) => candidate !== null)).toBe(true)
  })

  it('R96: one that has switched answers "not down" and does not vote', () => {
    const test = base().at(T0).kill('r1').until(12_000)
    const answers = Array.from({ length: 20 }, (_, seed) => {
      const switched = new Map(
        test
          .run(seed)
          .logs('+switch-master')
          .map(({ host: sentinel, at }) => [`${sentinel}.sentinel`, at]),
      )
      return wiretap(test, seed).flatMap(({ message, from, at }) =>
        message?.type === 'ask-reply' && at > (switched.get(from) ?? Number.POSITIVE_INFINITY) ? [message] : [],
      )
    }).flat()
    expect(answers.length).toBeGreaterThan(5)
    for (const answer of answers) expect(answer).toMatchObject({ down: false, vote: null })
  })
})

describe('R100, R103: votes', () => {
  it('one per epoch, the candidate’s own first, then first come first served', () => {
    const [one] = crash.filter((story) => candidates(story).length === 1)
    const votes = one?.logs('+vote-for-leader') ?? []
    const [first] = votes
    expect(votes).toHaveLength(3)
    expect(new Set(votes.map(({ host: sentinel }) => sentinel)).size).toBe(3)
    expect(first?.host).toBe(first?.peer)
    expect(votes.every(({ peer, epoch }) => peer === first?.peer && epoch === 1)).toBe(true)
  })

  it('a vote is written before it is told: 1 … 3 ms', () => {
    const waits = spread(50, (seed) => {
      const heard = wiretap(base().at(T0).kill('r1').until(8000), seed)
      const story = base().at(T0).kill('r1').until(8000).run(seed)
      const vote = story.logs('+vote-for-leader').find(({ host: sentinel, peer }) => sentinel !== peer)
      const told = heard.find(
        ({ message, from, at }) =>
          message?.type === 'ask-reply' && message.vote !== null && from === `${vote?.host}.sentinel` && at >= (vote?.at ?? 0),
      )
      return vote === undefined || told === undefined ? null : (told.at - vote.at) / 1000
    })
    expectRange(waits, [1, 3], { mean: [1.7, 2.3], fill: 0.8 })
  })

  it('voting needs no SDOWN of the voter’s own', () => {
    const story = base().at(T0).partition(['r1'], ['r2', 'r3', 's1', 's2']).until(12_000).run()
    expect(story.logs('+sdown', { host: 's3' })).toEqual([])
    expect(story.logs('+vote-for-leader', { host: 's3' })).toHaveLength(1)
    expect(story.all('role', { role: 'primary' })).toHaveLength(1)
  })

  it('a majority of all sentinels ever known is needed, dead ones included', () => {
    const dead = (alive: number) => Array.from({ length: 5 - alive }, (_, index) => `s${5 - index}`)
    const elections = (alive: number, quorum: number) => {
      const five = base({ sentinels: 5, quorum })
      const story = dead(alive)
        .reduce((test, sentinel) => test.at(1000).kill(sentinel), five)
        .at(T0)
        .kill('r1')
        .until(30_000)
        .run()
      return { tried: story.logs('+try-failover').length > 0, elected: story.logs('+elected-leader').length }
    }
    expect(elections(3, 2)).toEqual({ tried: true, elected: 1 })
    expect(elections(2, 2)).toEqual({ tried: true, elected: 0 })
    expect(elections(2, 3)).toEqual({ tried: false, elected: 0 })
  })

  it('and the quorum, where that is more', () => {
    const story = base({ quorum: 3 }).at(T0).partition(['r1'], ['r2', 'r3', 's1', 's2']).until(15_000).run()
    expect(story.logs('+odown')).toEqual([])
  })

  it('R101: a restarted sentinel remembers its epochs and the primary: nobody has to tell it again', () => {
    const test = base()
      .at(T0)
      .kill('r1')
      .at(T0 + 6000)
      .kill('s1')
      .at(T0 + 7000)
      .start('s1')
      .at(T0 + 7500)
      .type('s1', 'SENTINEL GET-MASTER-ADDR-BY-NAME m')
    const story = test.until(20_000).run()
    const { host: server } = story.first('role', { role: 'primary' })
    expect(story.replies).toEqual([[server, '6379']])
    expect(story.logs('+vote-for-leader', { host: 's1' }).map(({ epoch }) => epoch)).toEqual([1])
    const news = story.all('sentinel', { host: 's1' }, T0 + 7000).map(({ event }) => event)
    expect(news).not.toContain('+new-epoch')
    expect(news).not.toContain('+config-update-from')
  })

  it('R101: a leader that dies between promotion and +switch-master knows the new primary when it is back', () => {
    const named = spread(20, (seed) => {
      const test = base().at(T0).kill('r1').until(20_000)
      const confirmed = test.run(seed).log('+promoted-slave')
      const story = test
        .at(confirmed.at / 1000 + 1)
        .kill(confirmed.host)
        .at(12_000)
        .start(confirmed.host)
        .at(13_000)
        .type(confirmed.host, 'SENTINEL GET-MASTER-ADDR-BY-NAME m')
        .run(seed)
      expect(story.replies[0]).toEqual([confirmed.target, '6379'])
      return 1
    })
    expect(named.values).toHaveLength(20)
  })
})

describe('R102 – R104: attempts', () => {
  it('R102: ask for votes in the very tick they start; the random desync delays nothing', () => {
    const requests = spread(30, (seed) => {
      const heard = wiretap(base().at(T0).kill('r1').until(8000), seed)
      const { at } = base().at(T0).kill('r1').until(8000).run(seed).log('+try-failover')
      const request = heard.find(({ message }) => message?.type === 'ask' && message.candidate !== null)
      return ((request?.at ?? 0) - at) / 1000
    })
    // 1 … 3 ms for the candidate’s vote for itself.
    expectRange(requests, [1, 3], { mean: [1.2, 2.6], fill: 0.4 })
  })

  /** One sentinel of three is left: it can never win. */
  const alone = (ft: number) =>
    base({ quorum: 1, sentinelConf: { 'failover-timeout': ft * 1000 } })
      .at(3000)
      .kill('s2')
      .kill('s3')
      .at(T0)
      .kill('r1')

  it('R104: an election is given up after min(10 s, FT), counted from start + desync', () => {
    const given = (ft: number) =>
      spread(50, (seed) => {
        const story = alone(ft)
          .until(8500 + ft * 1000)
          .run(seed)
        return seconds(story.log('+try-failover'), story.log('-failover-abort-not-elected'))
      })
    expectRange(given(10), [10, 11.1], { mean: [10.4, 10.7], fill: 0.8 })
    expectRange(given(4), [4, 5.1], { mean: [4.4, 4.7], fill: 0.8 })
  })

  it('R104, R107: the next attempt comes 2 × FT after start + desync; by default after six minutes', () => {
    const next = (ft: number, until: number) =>
      spread(10, (seed) => {
        const [first, second] = alone(ft).until(until).run(seed).logs('+try-failover')
        return seconds(first ?? 0, second ?? { at: Number.NaN })
      })
    expectRange(next(FT, 30_000), [2 * FT, 2 * FT + 1.1], { mean: [2 * FT + 0.2, 2 * FT + 0.9], fill: 0.4 })
    expectRange(next(180, 400_000), [360, 361.1], { mean: [360.2, 360.9], fill: 0.4 })
  })

  it('R124: an isolated sentinel with quorum 1 tries again and again, in vain; the others adopt its epoch after the heal', () => {
    const cutOff = base({ quorum: 1, sentinelConf: { 'failover-timeout': 30_000 } })
      .at(3000)
      .partition(['s1'], ['r1', 'r2', 'r3', 's2', 's3'])
    const story = cutOff.at(90_000).heal().until(110_000).run()
    expect(story.logs('+try-failover', { host: 's1' }).map(({ epoch }) => epoch)).toEqual([1, 2])
    expect(story.logs('+elected-leader')).toEqual([])
    expect(story.all('role')).toEqual([])
    for (const sentinel of ['s2', 's3']) {
      expect(story.logs('+new-epoch', { host: sentinel }).map(({ epoch }) => epoch)).toEqual([2])
      expect(story.log('+new-epoch', { host: sentinel }).at).toBeGreaterThan(90_000_000)
    }
  })

  it('a voter waits 2 × FT as well, from its vote on', () => {
    const story = base({ quorum: 1, sentinelConf: { 'failover-timeout': 12_000 } })
      .server('r2', { conf: { 'replica-priority': 0 } })
      .server('r3', { conf: { 'replica-priority': 0 } })
      .at(T0)
      .kill('r1')
      .until(60_000)
      .run()
    const attempts = story.logs('+try-failover')
    const votes = story.logs('+vote-for-leader')
    for (const { host: sentinel, at } of attempts.slice(1)) {
      const last = votes.filter((vote) => vote.host === sentinel && vote.at < at).at(-1)
      if (last !== undefined) expect(seconds(last, { at })).toBeGreaterThan(24)
    }
    expect(attempts.length).toBeGreaterThan(1)
    expect(story.logs('-failover-abort-no-good-slave').length).toBeGreaterThan(1)
  })
})

describe('R105, R106: rivals, and a primary that comes back', () => {
  it('R105: two candidates of one epoch vote for themselves, and with three alive the third decides (measured 3 of 48)', () => {
    const contested = crash.filter((story) => new Set(candidates(story).filter((one) => one.endsWith('/1'))).size > 1)
    expect(contested.length).toBeGreaterThanOrEqual(3)
    expect(contested.length).toBeLessThanOrEqual(22)
    for (const story of contested) {
      const votes = story.logs('+vote-for-leader', { epoch: 1 })
      expect(votes.filter(({ host: sentinel, peer }) => sentinel === peer)).toHaveLength(2)
      expect(story.logs('+elected-leader', { epoch: 1 })).toHaveLength(1)
    }
  })

  it('R105: with two of three alive such a tie elects nobody', () => {
    // Both are frozen for less than a TILT and go on together, so that they are down and ask at the same instant.
    const abreast = base()
      .at(3000)
      .kill('s3')
      .at(T0)
      .kill('r1')
      .at(T0 + 1000)
      .pause('s1')
      .pause('s2')
      .at(T0 + 2500)
      .resume('s1')
      .resume('s2')
    const runs = new Runs(abreast.until(8600), 120)
    const ties = runs.filter((story) => story.logs('+try-failover', { epoch: 1 }).length === 2)
    expect(ties.length).toBeGreaterThan(5)
    expect(ties.length).toBeLessThan(60)
    expect(ties.flatMap((story) => story.logs('+elected-leader'))).toEqual([])
    const won = runs.filter((story) => story.logs('+try-failover', { epoch: 1 }).length === 1)
    expect(won.every((story) => story.logs('+elected-leader').length === 1)).toBe(true)
  })

  it('R106: a failover that has started goes on when the primary comes back', () => {
    const completed = spread(20, (seed) => {
      const test: Cluster = base().at(T0).pause('r1')
      const elected = test.until(9000).run(seed).log('+elected-leader')
      const story = test
        .at(elected.at / 1000 + 1)
        .resume('r1')
        .until(14_000)
        .run(seed)
      expect(story.logs('-sdown', { target: 'r1' }).length).toBeGreaterThan(0)
      return story.all('role', { role: 'primary' }).length
    })
    expect([completed.min, completed.max]).toEqual([1, 1])
  })
})

describe('R103: votes that are needed', () => {
  it('are at least the quorum, also where the majority is less: three of five do not elect with a quorum of four', () => {
    const five = base({ sentinels: 5, quorum: 4, latencyMs: 1 }).at(T0).kill('r1').until(9000)
    const odown = five.run().log('+odown')
    const others = ['s1', 's2', 's3', 's4', 's5'].filter((sentinel) => sentinel !== odown.host)
    // Two die when all have agreed that the primary is down, and before they are asked for their votes.
    const story = five
      .at(odown.at / 1000 + 0.001)
      .kill(others[0] ?? '')
      .kill(others[1] ?? '')
      .until(T0 + 7000)
      .run()
    expect(story.logs('+try-failover', { host: odown.host })).toHaveLength(1)
    expect(story.logs('+elected-leader')).toEqual([])
    const enough = five
      .at(odown.at / 1000 + 0.001)
      .kill(others[0] ?? '')
      .until(T0 + 7000)
      .run()
    expect(enough.logs('+elected-leader')).toHaveLength(1)
  })
})
