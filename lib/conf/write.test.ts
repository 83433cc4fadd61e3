import { describe, expect, it } from 'vitest'
import { scenarioFiles } from '@/content/scenarios'
import { LOCALES } from '@/lib/locale'
import { SETTINGS } from '@/lib/settings/settings'
import { parseScenario } from '@/lib/sim/scenario/parse'
import { words } from '@/lib/words/words'
import { columnsOf } from './wrap'
import { type ConfComment, type ConfFile, confHost, confLines, confRows, confScope } from './write'

const { comments } = words('en').conf

const printed = (lines: Parameters<typeof confRows>[0]): string =>
  confRows(lines, comments)
    .map((row) => row.text)
    .join('\n')

function text(name: keyof typeof scenarioFiles, host: string, file: ConfFile): string {
  const lines = confLines(parseScenario(scenarioFiles[name]), host, file)
  return printed(lines.filter(({ kind }) => kind === 'directive'))
}

describe('the snippet of a scenario', () => {
  it('says what the scenario says, even where that is the default', () => {
    expect(text('split-brain', 'r1', 'redis.conf')).toBe('min-replicas-to-write 0\nmin-replicas-max-lag 10')
    expect(text('split-brain', 'r2', 'redis.conf')).toBe('replicaof r1 6379\nmin-replicas-to-write 0\nmin-replicas-max-lag 10')
    expect(text('empty-restart', 'r1', 'redis.conf')).toBe('appendonly no\nsave ""')
    expect(text('priority-over-offset', 'r3', 'redis.conf')).toBe('replicaof r1 6379\nreplica-priority 10')
    expect(text('split-brain', 's1', 'sentinel.conf')).toBe(
      'sentinel resolve-hostnames yes\nsentinel monitor m r1 6379 2\nsentinel down-after-milliseconds m 2000',
    )
  })

  it('is a comment where nothing is set, and nothing where nothing runs', () => {
    const scenario = parseScenario(scenarioFiles['healthy-crash'])
    expect(printed(confLines(scenario, 'r1', 'redis.conf')).replaceAll('\n# ', ' ')).toBe(`# ${comments.defaults}`)
    expect(confLines(scenario, 'c1', 'redis.conf')).toEqual([])
    expect(confLines(scenario, 'r1', 'sentinel.conf')).toEqual([])
  })

  it('writes sizes and snapshots as redis.conf does', () => {
    const scenario = parseScenario({
      ...scenarioFiles['healthy-crash'],
      hosts: {
        r1: {
          redis: { conf: { 'repl-backlog-size': 16_384, save: '60 1000', appendonly: true, 'repl-diskless-sync-delay': 0 } },
        },
        r2: { redis: { replicaOf: 'r1', conf: { 'repl-backlog-size': 1_048_577 } } },
        c1: { client: { connect: 'r1' } },
      },
      actions: [],
    })
    const directives = confLines(scenario, 'r1', 'redis.conf').filter(({ kind }) => kind === 'directive')
    expect(printed(directives)).toBe(
      ['repl-backlog-size 16kb', 'repl-diskless-sync-delay 0', 'appendonly yes', 'save 60 1000'].join('\n'),
    )
    expect(printed(confLines(scenario, 'r2', 'redis.conf'))).toContain('repl-backlog-size 1048577')
  })

  it('marks what a control changes, and shows it before it is changed', () => {
    const scenario = parseScenario(scenarioFiles['slow-link-crash'])
    const live = (file: ConfFile, host: string) =>
      confLines(scenario, host, file, ['min-replicas-to-write', 'down-after-milliseconds', 'write-rate']).filter(
        (line) => line.kind === 'directive' && line.setting !== null,
      )
    expect(live('redis.conf', 'r1')).toEqual([
      { kind: 'directive', name: 'min-replicas-to-write', args: ['0'], setting: 'min-replicas-to-write' },
    ])
    expect(live('sentinel.conf', 's1')).toEqual([
      { kind: 'directive', name: 'sentinel', args: ['down-after-milliseconds', 'm', '2000'], setting: 'down-after-milliseconds' },
    ])
  })

  it('keeps its lines when a control is moved', () => {
    const scenario = parseScenario(scenarioFiles['split-brain'])
    const shape = (value: number) => confLines(SETTINGS['min-replicas-to-write'].write(scenario, value), 'r1', 'redis.conf')
    const moved = shape(2).map((line) => (line.kind === 'directive' && line.args[0] === '2' ? { ...line, args: ['0'] } : line))
    expect(moved).toEqual(shape(0))
    expect(shape(2)).not.toEqual(shape(0))
  })
})

describe('whose file it is', () => {
  it('is that of the primary, or of the replica that has more to say', () => {
    const host = (name: keyof typeof scenarioFiles, file: ConfFile) => confHost(parseScenario(scenarioFiles[name]), file)
    expect(host('split-brain', 'redis.conf')).toBe('r1')
    expect(host('split-brain', 'sentinel.conf')).toBe('s1')
    expect(host('priority-over-offset', 'redis.conf')).toBe('r3')
    expect(host('healthy-crash', 'redis.conf')).toBe('r1')
    expect(confHost(parseScenario(scenarioFiles['split-brain']), 'redis.conf', ['replica-priority'])).toBe('r3')
  })

  it('is that of all where all are alike', () => {
    const scenario = parseScenario(scenarioFiles['wait-wrong-replica'])
    expect(confScope(scenario, 's1', 'sentinel.conf')).toEqual({ of: 'sentinels' })
    expect(confScope(scenario, 'r3', 'redis.conf')).toEqual({ of: 'host', host: 'r3' })
    expect(confScope(parseScenario(scenarioFiles['split-brain']), 'r1', 'redis.conf')).toEqual({ of: 'servers' })
  })
})

describe.each(LOCALES)('the comments in %s', (locale) => {
  const { comments } = words(locale).conf

  it('are one sentence each', () => {
    for (const comment of Object.values(comments)) expect(comment).not.toMatch(/[\n#]/)
  })

  it('fit on a phone, and each of their lines is a comment', () => {
    for (const code of Object.keys(comments) as ConfComment[]) {
      const rows = confRows([{ kind: 'comment', code }], comments)
      expect(rows.length).toBeGreaterThan(0)
      for (const { text } of rows) {
        expect(text).toMatch(/^# \S/)
        expect(columnsOf(text)).toBeLessThanOrEqual(34)
      }
      const whole = rows.map(({ text }) => text.slice(2)).join(locale === 'en' ? ' ' : '')
      expect(whole.replaceAll(' ', '')).toBe(comments[code].replaceAll(' ', ''))
    }
  })
})
