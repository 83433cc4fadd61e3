import { describe, expect, it } from 'vitest'
import slowLinkCrash from '@/content/scenarios/slow-link-crash.json'
import splitBrain from '@/content/scenarios/split-brain.json'
import type { SettingId } from '@/lib/settings/settings'
import { type DirectiveName, withDirective, withSetting } from './variant'

describe('a scenario with a directive', () => {
  it('has it on every server, and is unchanged otherwise', () => {
    const { scenario, edits } = withDirective(splitBrain, 'min-replicas-to-write', 1)
    for (const host of ['r1', 'r2', 'r3']) expect(scenario.hosts[host]?.redis?.conf['min-replicas-to-write']).toBe(1)
    expect(withDirective({ scenario, edits }, 'min-replicas-to-write', 0)).toEqual({
      ...withDirective(splitBrain, 'min-replicas-to-write', 0),
    })
    expect(edits).toEqual([{ name: 'min-replicas-to-write', value: 1 }])
  })

  it('has it on every sentinel where it is one of theirs', () => {
    const { scenario } = withDirective(splitBrain, 'down-after-milliseconds', 500)
    for (const host of ['s1', 's2', 's3']) expect(scenario.hosts[host]?.sentinel?.conf['down-after-milliseconds']).toBe(500)
    expect(scenario.hosts.r1).toEqual(withDirective(splitBrain, 'min-replicas-max-lag', 10).scenario.hosts.r1)
  })

  it('is refused by the name of the directive', () => {
    // As an article may say, whose types nobody has checked yet.
    expect(() => withDirective(splitBrain, 'min-replicas' as DirectiveName, 1)).toThrow(
      'no directive "min-replicas"; those that are modelled are min-replicas-to-write, min-replicas-max-lag,',
    )
  })

  it('is refused by its value', () => {
    expect(() => withDirective(splitBrain, 'min-replicas-to-write', -1)).toThrow(
      'hosts.r1.redis.conf.min-replicas-to-write: expected a whole number from 0 to 2147483647, got -1',
    )
  })
})

describe('a scenario with a setting', () => {
  it('has it as its slider would set it', () => {
    const { scenario, edits } = withSetting(slowLinkCrash, 'wait-replicas', 2)
    expect(scenario.workload).toMatchObject([{ wait: { replicas: 2, timeoutMs: 1000 } }])
    expect(edits).toEqual([{ name: 'wait-replicas', value: 2 }])
  })

  it('is refused by the name of the setting', () => {
    expect(() => withSetting(slowLinkCrash, 'wait' as SettingId, 1)).toThrow(
      'no setting "wait"; there are min-replicas-to-write,',
    )
  })

  it.each([
    ['wait-replicas', 3, "the setting wait-replicas of slow-link-crash can't be 3 (too-large); it goes from 0 to 2"],
    ['wait-replicas', 1.5, "the setting wait-replicas of slow-link-crash can't be 1.5 (not-whole); it goes from 0 to 2"],
    ['heal-after', 5, 'the setting heal-after means nothing in slow-link-crash'],
  ] as const)('is refused: %s %d', (id, value, message) => {
    expect(() => withSetting(slowLinkCrash, id, value)).toThrow(message)
  })
})
