import { describe, expect, it } from 'vitest'
import { judge } from '@/lib/reading/verdict/verdict'
import { type Cluster, cluster } from '@/tests/kernel/cluster'
import { spread, spreadOf } from '@/tests/kernel/spread'
import { type Story, seconds } from '@/tests/kernel/story'

const EMPTY = { loaded: 'nothing', replid2: null, secondOffset: -1, offset: 0, snapshot: null, writes: 0 } as const

/** A primary with one replica; three writes at 1 s, and r1 restarts from 8 s to 8.5 s. */
function restarted(conf: Parameters<Cluster['server']>[1]['conf'], more: (test: Cluster) => Cluster = (test) => test): Story {
  const written = cluster({ replicas: 1 }).server('r1', { conf }).client('c1', 'r1', { everyMs: 10, fromMs: 1000, untilMs: 1030 })
  return more(written).at(8000).kill('r1').at(8500).start('r1').until(18_000).run()
}

const psyncs = (story: Story) => story.all('psync', {}, 8000).map(({ outcome, reason }) => `${outcome} ${reason}`)

describe('R37: a primary that restarts', () => {
  it('from an RDB takes a new id; a replica exactly at the saved offset goes on', () => {
    const story = restarted({ save: '2 1' })
    const saved = story.first('snapshot', { host: 'r1', for: 'disk' })
    const boot = story.first('boot')
    expect(boot).toMatchObject({ loaded: 'rdb', role: 'primary', snapshot: saved.snapshot, writes: 3, offset: saved.offset })
    expect(boot).toMatchObject({ replid2: saved.replid, secondOffset: saved.offset + 1 })
    expect(boot.replid).not.toBe(saved.replid)
    expect(psyncs(story)).toEqual(['continue ok'])
  })

  it('from an older RDB has lost what came later, and so has a replica that was ahead (R76)', () => {
    const story = restarted({ save: '2 1' }, (test) => test.at(7900).type('c1', 'INCR late'))
    expect(story.first('boot').writes).toBe(3)
    expect(psyncs(story)).toEqual(['full second-offset'])
    expect(story.first('load')).toMatchObject({ host: 'r2', discarded: 1 })
  })

  it('from an RDB cannot serve a replica that was behind: its backlog is empty', () => {
    const story = restarted({ save: '2 1' }, (test) => test.at(900).cut('r1', 'r2').at(8100).heal())
    expect(psyncs(story)).toEqual(['full backlog'])
    expect(story.first('load').discarded).toBe(0)
  })

  it('from an AOF has its data and no history: full resync everywhere', () => {
    const story = restarted({ appendonly: 'yes' })
    expect(story.first('boot')).toMatchObject({ ...EMPTY, loaded: 'aof', writes: 3 })
    expect(psyncs(story)).toEqual(['full replid'])
    expect(story.first('load').discarded).toBe(0)
  })

  it('R76: without persistence is empty, and wipes its replica', () => {
    const story = restarted({})
    expect(story.first('boot')).toMatchObject(EMPTY)
    expect(psyncs(story)).toEqual(['full replid'])
    expect(story.first('load')).toMatchObject({ host: 'r2', discarded: 3 })
  })

  it('and is demoted later asks with its random id: full resync', () => {
    const story = restarted({ save: '2 1' }, (test) =>
      test.at(8100).type('r2', 'REPLICAOF NO ONE').at(9000).type('r1', 'REPLICAOF r2 6379'),
    )
    expect(psyncs(story)).toEqual(['full replid'])
    expect(story.first('psync', {}, 8000).replid).toBe(story.first('boot').replid)
  })
})

describe('R37: a replica that restarts', () => {
  const replica = (conf: Parameters<Cluster['server']>[1]['conf']) =>
    cluster({ replicas: 1 })
      .server('r2', { conf })
      .client('c1', 'r1', { everyMs: 10, fromMs: 1000, untilMs: 1030 })
      .at(8000)
      .kill('r2')
      .at(8500)
      .start('r2')
      .until(18_000)
      .run()

  it('finds the RDB of its first sync and goes on from there', () => {
    const story = replica({})
    const settled = story.first('settled').servers[0]
    expect(story.first('boot')).toMatchObject({ loaded: 'rdb', replid: settled?.replid, offset: settled?.offset, writes: 0 })
    expect(psyncs(story)).toEqual(['continue ok'])
    expect(story.all('apply', { host: 'r2' }, 8500)).toHaveLength(3)
  })

  it('finds its last snapshot, if that is later', () => {
    const story = replica({ save: '2 1' })
    expect(story.first('boot')).toMatchObject({ loaded: 'rdb', writes: 3 })
    expect(story.all('apply', { host: 'r2' }, 8500)).toHaveLength(0)
  })

  it('with an AOF has its data, but must take everything anew', () => {
    const story = replica({ appendonly: 'yes' })
    expect(story.first('boot')).toMatchObject({ ...EMPTY, loaded: 'aof', writes: 3, role: 'replica', of: 'r1' })
    expect(psyncs(story)).toEqual(['full first-sync'])
  })
})

describe('R75: save points', () => {
  it('fire when more than the seconds have passed since the last one, with enough changes', () => {
    const busy = cluster()
      .server('r1', { conf: { save: '2 1' } })
      .client('c1', 'r1', { everyMs: 100 })
      .until(60_000)
    const saves = busy.run().all('snapshot', { for: 'disk' })
    const gaps = spreadOf(saves.slice(1).map((save, index) => seconds(saves[index] ?? 0, save)))
    expect(gaps.min).toBeGreaterThan(2)
    expect(gaps.max).toBeLessThan(4.1)
    expect(gaps.mean).toBeCloseTo(3.02, 1)
  })

  it.each([
    ['2 50', 40, 0],
    ['2 50', 60, 1],
    ['', 60, 0],
    ['100 1 2 50', 60, 1],
  ])('"%s" with %i changes: %i snapshots', (save, changes, snapshots) => {
    const test = cluster()
      .server('r1', { conf: { save } })
      .client('c1', 'r1', { everyMs: 1, fromMs: 1000, untilMs: 1000 + changes })
    expect(test.run().all('snapshot', { for: 'disk' })).toHaveLength(snapshots)
  })

  // Measured on redis-server 7.0.15: `rdb_last_save_time` and `rdb_changes_since_last_save` stay as they were.
  it('a full resync is no save: what counted before it counts on', () => {
    const conf = { save: '8 2', 'repl-diskless-sync-delay': 0 }
    const apart = cluster({ replicas: 1 })
      .server('r2', { conf })
      .server('r1', { conf: { save: '', 'repl-diskless-sync-delay': 0 } })
    const before = apart
      .at(1000)
      .type('r2', 'REPLICAOF NO ONE')
      .at(1100)
      .type('r2', 'SET a 1')
      .at(2000)
      .type('r2', 'REPLICAOF r1')
    const story = before.at(7000).type('r1', 'SET b 1').until(14_000).run()
    expect(story.all('load', { host: 'r2' })).toHaveLength(1)
    const save = story.first('snapshot', { host: 'r2', for: 'disk' }, 1)
    expect(seconds(0, save)).toBeGreaterThan(8)
    expect(seconds(0, save)).toBeLessThan(10.1)
  })

  it('by default 10 000 changes in a minute are needed for an early one: a young crash loses everything', () => {
    const young = cluster().client('c1', 'r1', { untilMs: 50_000 }).at(59_000).kill('r1').at(59_100).start('r1').until(60_000)
    expect(young.run().first('boot')).toMatchObject(EMPTY)
  })
})

describe('R73: an AOF', () => {
  it('has every write that was executed, whenever the process is killed', () => {
    const lost = spread(50, (seed) => {
      const test = cluster()
        .server('r1', { conf: { appendonly: 'yes' } })
        .client('c1', 'r1', { everyMs: 1 })
      const story = test
        .at(500 + seed * 0.07)
        .kill('r1')
        .at(1000)
        .start('r1')
        .until(1010)
        .run(seed)
      const executed = story.all('execute', ({ at }) => at < 1_000_000)
      expect(executed.length).toBeGreaterThan(490)
      return executed.length - story.first('boot').writes
    })
    expect(lost.max).toBe(0)
  })
})

// All measured on redis-server 7.0.15: ten INCR, the step, five INCR, SIGKILL, start, GET.
describe('which file a restart loads after CONFIG SET appendonly', () => {
  const off = 'CONFIG SET appendonly no'
  const on = 'CONFIG SET appendonly yes'
  const rewrite = 'CONFIG REWRITE'

  /** Ten writes, the commands half a second apart, five writes, a restart; then what `n` is. */
  function counted(appendonly: 'yes' | 'no', ...commands: readonly string[]): unknown {
    const conf = { appendonly, save: '' }
    const ten = cluster()
      .server('r1', { conf })
      .client('c1', 'r1', { command: 'INCR n', everyMs: 10, fromMs: 1000, untilMs: 1100 })
    const typed = commands.reduce((test, command, index) => test.at(1500 + index * 500).type('r1', command), ten)
    const five = typed.client('c2', 'r1', { command: 'INCR n', everyMs: 10, fromMs: 6000, untilMs: 6050 })
    return five.at(7000).kill('r1').at(7100).start('r1').at(7500).type('r1', 'GET n').run().replies.at(-1)
  }

  it.each([
    ['off: the file in place is loaded as it was left', 'yes', [off], '10'],
    ['off, saved: the file in place is not looked at', 'yes', [off, rewrite], null],
    ['off and on: the file is written anew from memory', 'yes', [off, on], '15'],
    ['off and on, saved', 'yes', [off, on, rewrite], '15'],
    ['off, saved, on: the configuration still says no', 'yes', [off, rewrite, on], null],
    ['on: the configuration still says no', 'no', [on], null],
    ['on, saved: the file holds what memory held before it, too', 'no', [on, rewrite], '15'],
    ['on, saved, off: the file as it was left', 'no', [on, rewrite, off], '10'],
    ['on twice changes nothing', 'yes', [on, on], '15'],
    ['off twice changes nothing', 'no', [off], null],
  ] as const)('%s', (_, appendonly, commands, value) => {
    expect(counted(appendonly, ...commands)).toBe(value)
  })

  it('a start goes on with the file that was left', () => {
    const conf = { appendonly: 'yes', save: '' } as const
    const test = cluster().server('r1', { conf }).at(1000).type('r1', 'INCR n').at(1100).type('r1', off).type('r1', 'INCR n')
    const again = test.at(2000).kill('r1').start('r1').at(2500).type('r1', 'INCR n').at(3000).kill('r1').start('r1')
    expect(again.at(3500).type('r1', 'GET n').run().replies.at(-1)).toBe('2')
  })

  it('the rewrite takes up to the next turn of serverCron: until then the old file counts (10 at 80 ms, 16 at 120 ms)', () => {
    const found = (seed: number, after: number) => {
      const conf = { appendonly: 'yes', save: '' } as const
      const ten = cluster()
        .server('r1', { conf })
        .client('c1', 'r1', { command: 'INCR n', everyMs: 10, fromMs: 1000, untilMs: 1100 })
      const turned = ten.at(1500).type('r1', off).at(2000).type('r1', 'INCR n').at(3000).type('r1', on)
      const story = turned
        .at(3000 + after)
        .kill('r1')
        .start('r1')
        .run(seed)
      return story.first('boot').writes
    }
    expect(spread(30, (seed) => found(seed, 10)).max).toBe(10)
    expect(spread(30, (seed) => found(seed, 130)).min).toBe(11)
  })

  it('R80: a replica that loads a snapshot writes its file anew; killed at once it finds the old one', () => {
    const conf = { appendonly: 'yes', save: '', 'repl-diskless-sync-delay': 0 } as const
    const writes = { everyMs: 10, fromMs: 1000, untilMs: 1300 }
    const synced = cluster({ replicas: 1, conf }).client('c1', 'r1', writes).at(2000).type('r2', 'REPLICAOF NO ONE')
    const test = synced.at(2500).type('r2', 'SET own 1').at(3000).type('r2', 'REPLICAOF r1')
    const loaded = test.run().first('load').at / 1000
    const writesAfter = (ms: number) =>
      test
        .at(loaded + ms)
        .kill('r2')
        .start('r2')
        .run()
        .first('boot').writes
    expect(writesAfter(1)).toBe(31)
    expect(writesAfter(150)).toBe(30)
  })

  it('with appendonly yes and no such file, a server comes up empty, whatever snapshot there is', () => {
    const test = cluster()
      .server('r1', { conf: { save: '1 1' } })
      .at(1000)
      .type('r1', 'SET k v')
      .at(5000)
      .type('r1', on)
    const killed = test.at(5010).type('r1', rewrite).at(5020).kill('r1').start('r1').run()
    expect(killed.all('snapshot', { for: 'disk' })).toHaveLength(1)
    expect(killed.first('boot')).toMatchObject({ loaded: 'nothing', writes: 0 })
  })

  it('the judge counts as lost what the file that was left lacks', () => {
    const conf = { appendonly: 'yes', save: '' } as const
    const writing = cluster().server('r1', { conf }).client('c1', 'r1', { command: 'INCR n', everyMs: 100, untilMs: 2900 })
    const test = writing.at(1000).type('r1', off).at(3000).kill('r1').at(4000).start('r1').at(5000).type('r1', 'GET n')
    const { run, replies } = test.run()
    expect(replies.at(-1)).toBe('10')
    const verdict = judge(run)
    expect(verdict).toMatchObject({ acknowledged: 29, lost: 19 })
    const causes = new Set(verdict.writes.map(({ lostBy }) => (lostBy === null ? null : run.events[lostBy]?.type)))
    expect(causes).toEqual(new Set([null, 'kill']))
  })
})

describe('CONFIG SET save', () => {
  // Measured on redis-server 7.0.15, as above.
  it.each([
    ['makes snapshots from now on; a start finds the last one, and the old directive', 'CONFIG SET save "1 1"', '10', '3600 1'],
    ['makes none any more', 'CONFIG SET save ""', null, '3600 1'],
  ])('%s', (_, command, value, save) => {
    const ten = cluster()
      .server('r1', { conf: { save: '3600 1' } })
      .client('c1', 'r1', { command: 'INCR n', everyMs: 10, fromMs: 1000, untilMs: 1100 })
    const test = ten.at(1500).type('r1', command).at(5000).type('r1', 'INCR n').at(5100).kill('r1').start('r1')
    const story = test.at(5500).type('r1', 'GET n').at(5600).type('r1', 'CONFIG GET save').run()
    expect(story.replies.slice(-2)).toEqual([value, ['save', save]])
  })
})

describe('R76, R77: restarts under sentinels', () => {
  const watched = cluster({ replicas: 2, sentinels: 3, sentinelConf: { 'down-after-milliseconds': 3000 } })
    .client('c1', 'r1', { untilMs: 3000 })
    .at(4000)
    .kill('r1')

  it('R76: back within down-after-milliseconds no sentinel says a word, and the replicas are wiped', () => {
    const story = watched.at(5500).start('r1').until(20_000).run()
    const said = story.all('sentinel', { kind: 'master' }).map(({ event }) => event)
    expect(new Set(said)).toEqual(new Set(['+reboot']))
    expect(story.all('load').map(({ host: replica, discarded }) => [replica, discarded])).toEqual([
      ['r2', 300],
      ['r3', 300],
    ])
  })

  it('R77: a crashed primary starts as a primary; those that a sentinel reconfigured start in their new roles', () => {
    const failedOver = watched.at(9000).kill('r2').kill('r3').at(9500).start('r1').start('r2').start('r3').until(10_000).run()
    const promoted = failedOver.first('role', { role: 'primary' }).host
    const boots = failedOver.all('boot').map(({ host: server, role, of }) => [server, role, of])
    const other = promoted === 'r2' ? 'r3' : 'r2'
    expect(boots).toContainEqual(['r1', 'primary', null])
    expect(boots).toContainEqual([promoted, 'primary', null])
    expect(boots).toContainEqual([other, 'replica', promoted])
  })
})
