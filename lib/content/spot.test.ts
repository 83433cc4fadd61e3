import { describe, expect, it } from 'vitest'
import splitBrain from '@/content/scenarios/split-brain.json'
import { run } from '@/lib/run'
import { withDirective, withSetting } from '@/lib/variant'
import { figureSpot, momentSpot } from './spot'

const cut = run(splitBrain)
const gated = run(withDirective(splitBrain, 'min-replicas-to-write', 1))
const alone = [{ id: 'demo-cut', runs: [cut] }]
const compared = [{ id: 'demo-both', runs: [cut, gated] }]

describe('where a page shows a time of its prose', () => {
  it('is the demo of the run, at the instant, under the number of the moment there', () => {
    expect(momentSpot(alone, cut, 'heal')).toEqual({ demo: 'demo-cut', at: cut.moment('heal')?.at, moment: 'heal', number: 4 })
  })

  it('has the number that both runs of a comparison share', () => {
    // The gate closes before the heal, in one of them.
    expect(momentSpot(compared, cut, 'heal')).toMatchObject({ demo: 'demo-both', number: 5 })
    expect(momentSpot(compared, gated, 'heal')).toMatchObject({ demo: 'demo-both', number: 5 })
  })

  it('has no number where the storyboard leaves the moment out', () => {
    expect(momentSpot(alone, cut, 'first-write')).toMatchObject({ moment: 'first-write', number: null })
  })

  it('is nowhere where no demo shows that very run', () => {
    expect(momentSpot(alone, gated, 'heal')).toBeNull()
    expect(momentSpot(alone, run(withSetting(splitBrain, 'heal-after', 10)), 'heal')).toBeNull()
    expect(figureSpot([], cut.networkHealedAt)).toBeNull()
  })

  it('follows from a figure that is an instant, and from no other', () => {
    expect(figureSpot(alone, cut.networkHealedAt)).toEqual({ ...momentSpot(alone, cut, 'heal'), moment: null })
    expect(figureSpot(alone, cut.lastLostSentAt)).toMatchObject({ demo: 'demo-cut', moment: null, number: null })
    expect(figureSpot(alone, cut.networkCutFor)).toBeNull()
    expect(figureSpot(alone, cut.lost)).toBeNull()
  })
})
