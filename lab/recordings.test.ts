import { describe, expect, it } from 'vitest'
import { compareUntilAgreed } from '@/lib/evidence/comparison'
import { labelKey } from '@/lib/evidence/label'
import { scenarioHash } from '@/lib/evidence/recording'
import { BadInput } from '@/lib/terminal/failure.mjs'
import { loadRecording, recordedNames } from './recordings'
import { ownScenarios } from './subject'
import { tableLines } from './table'

/** Lines of scenarios in which MariaDB does something else: a stopped replica takes its leave, and waits for that where it is cut off. */
const MARIADB_DIFFERS: Readonly<Record<string, readonly string[]>> = {
  'semisync-fallback-crash': ['took STOP REPLICA 1', 'took RESET REPLICA ALL 2'],
  'semisync-no-replica-wait-off': ['replies'],
  'semisync-phantom-after-commit': ['took STOP REPLICA 5', 'took RESET REPLICA ALL 6'],
  'semisync-stopped-replica-wait-off': ['modes', 'took INSERT INTO t VALUES (2) 3'],
  'semisync-stopped-replica-wait-on': ['returned m1'],
  'semisync-waiting-crash': ['took STOP REPLICA 1', 'took RESET REPLICA ALL 2'],
}

describe.each(recordedNames())('%s', (name) => {
  const { recording, scenario } = loadRecording(name)

  it(`${name} was recorded as it is`, () => {
    expect(recording.header.scenario).toBe(scenario.name)
    expect(recording.header.hash, 'the scenario has changed: record it again').toBe(scenarioHash(scenario))
    expect(recording.header.network).toBe('namespaces')
    expect(recording.runs.length).toBeGreaterThanOrEqual(5)
    for (const { server } of recording.runs) expect(server).toBe(recording.header.server)
  })

  it(`${name} is what the kernel says`, async () => {
    const { rows } = await compareUntilAgreed(scenario, recording.runs)
    const odd = rows.filter(({ agrees }) => !agrees)
    expect(odd, tableLines(odd).join('\n')).toEqual([])
  })
})

describe.each(recordedNames('mariadb'))('%s on MariaDB', (name) => {
  const { recording, scenario } = loadRecording(name, 'mariadb')

  it(`${name} was recorded as it is, on MariaDB`, () => {
    expect(recording.header.hash, 'the scenario has changed: record it again').toBe(scenarioHash(scenario))
    expect(recording.header.server).toMatch(/^MariaDB 10\.11\.\d+$/)
    expect(recording.header.network).toBe('namespaces')
    expect(recording.runs.length).toBeGreaterThanOrEqual(5)
  })

  it(`${name} differs from the kernel, which is MySQL, in what RULES.md tells and in nothing else`, async () => {
    const { rows } = await compareUntilAgreed(scenario, recording.runs)
    const odd = rows.filter(({ agrees }) => !agrees)
    const keys = odd.map((row) => (row.kind === 'decided' ? row.code : labelKey(row.label)))
    expect(keys, tableLines(odd).join('\n')).toEqual(MARIADB_DIFFERS[name] ?? [])
  })
})

it.each(['nope', '', '../recordings/split-brain', '/etc/passwd'])(
  'there is no recording %j, and it says which there are',
  (name) => {
    expect(() => loadRecording(name)).toThrow(BadInput)
    expect(() => loadRecording(name)).toThrow(`no recording ${JSON.stringify(name)}; recorded are backlog-overrun, `)
  },
)

it('every scenario of the lab was recorded', () => {
  expect(ownScenarios().filter((name) => !recordedNames().includes(name))).toEqual([])
})
