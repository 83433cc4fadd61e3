import { describe, expect, it } from 'vitest'
import afterCommit from '@/content/scenarios/semisync-phantom-after-commit.json'
import splitBrain from '@/content/scenarios/split-brain.json'
import { parseScenario } from '@/lib/sim/scenario/parse'
import { confFilesOf, confViews } from './conf-views'

const told = (file: object) => {
  const scenario = parseScenario(file)
  const views = confViews(scenario, confFilesOf(scenario), [], 'en')
  return views.map(({ file, whose, lines }) => [file, whose, lines.map((line) => line.map(({ text }) => text).join(''))])
}

describe('the files of a run', () => {
  it('are one of its servers and one of its sentinels', () => {
    expect(told(splitBrain).map(([file]) => file)).toEqual(['redis.conf', 'sentinel.conf'])
  })

  it('are those of each server of MySQL that says anything, with the plugins they need', () => {
    expect(told(afterCommit)).toEqual([
      [
        'my.cnf',
        'on m1',
        [
          '[mysqld]',
          'plugin_load_add = semisync_source.so',
          'rpl_semi_sync_source_enabled = ON',
          'rpl_semi_sync_source_timeout = 10000',
          'rpl_semi_sync_source_wait_point = AFTER_COMMIT',
        ],
      ],
      ['my.cnf', 'on m2', ['[mysqld]', 'plugin_load_add = semisync_replica.so', 'rpl_semi_sync_replica_enabled = ON']],
    ])
  })
})
