import { describe, expect, it } from 'vitest'
import { Field } from '@/lib/sim/scenario/field'
import { readClaim, refutation } from './claim'
import { namedFigures } from './scenarios'

const own = {
  ...namedFigures('split-brain'),
  lost: 20,
  discarded: 40,
  serverKilledAt: 3000,
  lastLostSentAt: 2995,
  replicaPromotedAt: null,
}
const read = (text: unknown) => readClaim(new Field(text, 'about.shows[0]'))
const against = (text: string) => refutation(read(text), own, (name) => ({ ...own, lost: name === 'gate-hole' ? 30 : null }))

describe('a claim', () => {
  it.each([
    'lost = 20',
    'lost > 0',
    'lost >= 20',
    'lost <= 20',
    'lost < 20.5',
    'discarded = 2 * lost',
    'discarded = lost + lost',
    'discarded = 3 * lost - 20',
    'lastLostSentAt >= serverKilledAt - 100',
    'lost < gate-hole.lost',
    'lost < 100 - 2 * gate-hole.lost',
    'replicaPromotedAt = none',
    'lost = some',
  ])('holds: %s', (text) => expect(against(text)).toBeNull())

  it.each([
    ['lost = 21', 'lost = 21: 20 against 21'],
    ['lost < 20', 'lost < 20: 20 against 20'],
    ['lost > gate-hole.lost', 'lost > gate-hole.lost: 20 against 30'],
    ['lost = none', 'lost = none: 20 against none'],
    ['replicaPromotedAt = some', 'replicaPromotedAt = some: null against some'],
    // What there is not compares with nothing, on either side.
    ['replicaPromotedAt >= 0', 'replicaPromotedAt >= 0: null against 0'],
    ['lost > replicaPromotedAt', 'lost > replicaPromotedAt: 20 against NaN'],
    ['lost < 100 + gate-closed.lost', 'lost < 100 + gate-closed.lost: 20 against NaN'],
  ])('is refuted: %s', (text, told) => expect(against(text)).toBe(told))

  it.each([
    'lots = 20',
    'lost',
    'lost =',
    'lost == 20',
    'lost = -20',
    'lost = 20 +',
    'lost = 20 20',
    'lost = lost * 2',
    'lost = 2 *',
    'lost < none',
    'lost = none + 1',
    'lost = nowhere.lost',
    'lost = split-brain.lots',
    'toString = 1',
    'lost  = 20',
    20,
  ])('is no comparison: %s', (text) => {
    expect(() => read(text)).toThrow(
      /^about\.shows\[0\]: expected a comparison of figures, such as "lost < split-brain\.lost", .*, got /,
    )
  })
})
