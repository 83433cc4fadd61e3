import { describe, expect, it } from 'vitest'
import gateHole from '@/content/scenarios/gate-hole.json'
import ordersCrash from '@/content/scenarios/orders-crash.json'
import slowLinkCrash from '@/content/scenarios/slow-link-crash.json'
import splitBrain from '@/content/scenarios/split-brain.json'
import { run } from '@/lib/run'
import { withDirective, withSetting } from '@/lib/variant'
import { shown, titleOf } from './shown'

describe('a run on a page', () => {
  it.each([
    ['split-brain', run(splitBrain), 'Split brain'],
    ['split-brain-gated', run(withDirective(splitBrain, 'min-replicas-to-write', 1)), 'Split brain, gated'],
    ['gate-closed', run(withDirective(gateHole, 'min-replicas-to-write', 2)), 'Both replicas required'],
    ['healthy-crash', run(withSetting(slowLinkCrash, 'replication-latency', 0.1)), 'A healthy primary crashes'],
    [
      'orders-crash-wait',
      run(withSetting(withSetting(ordersCrash, 'wait-replicas', 2), 'wait-timeout', 300)),
      'The same orders, with WAIT',
    ],
    ['slow-link-crash-wait', run(withSetting(slowLinkCrash, 'wait-replicas', 2)), 'The same crash, with WAIT'],
  ])('is %s, whichever way it was made', (name, variant, title) => {
    expect(shown(variant)).toEqual({ name, named: name })
    expect(titleOf(variant, undefined, 'en')).toBe(title)
  })

  it('that is no named scenario is one with edits, and brings its title', () => {
    const sooner = run(withDirective(splitBrain, 'down-after-milliseconds', 500))
    expect(shown(sooner)).toEqual({ name: 'split-brain~down-after-milliseconds-500', named: null })
    expect(titleOf(sooner, 'Sooner', 'en')).toBe('Sooner')
    expect(() => titleOf(sooner, undefined, 'en')).toThrow(
      'split-brain~down-after-milliseconds-500 is no named scenario: give it a title, or a name in content/scenarios/index.ts',
    )
  })
})
