import { expect, it } from 'vitest'
import type { Unit } from '@/lib/settings/setting'
import { LOCALES } from '../locale'
import { words as catalogue } from './words'

const UNITS: readonly Unit[] = ['s', 'ms', 'count', 'perSecond']

it.each(LOCALES)('what is wrong with a value is said with its unit once, as %s is set', (locale) => {
  const { limits, refusals } = catalogue(locale).demo.controls
  for (const unit of UNITS) {
    const said = limits(unit, { min: 0, max: 20 })
    expect([said.min, said.max].map((text) => Number.parseInt(text, 10))).toEqual([0, 20])
    for (const refusal of Object.values(refusals)) {
      const text = refusal(said)
      expect(text).not.toMatch(/ {2}|\p{Script=Han} \p{Script=Han}|\p{Script=Han}\d|\d\p{Script=Han}| [，。；]/u)
      expect(text.split(/毫秒|秒(?! )| ms| s\b/).length, text).toBeLessThanOrEqual(2)
    }
  }
})

it('names a range as a person would', () => {
  const range = (locale: 'en' | 'zh-CN', unit: Unit) =>
    catalogue(locale).demo.controls.refusals['not-whole'](catalogue(locale).demo.controls.limits(unit, { min: 0, max: 20 }))
  expect(range('zh-CN', 's')).toBe('这里只能是 0 到 20 秒之间的整数。图里仍是上一次的结果。')
  expect(range('zh-CN', 'count')).toBe('这里只能是 0 到 20 之间的整数。图里仍是上一次的结果。')
  expect(range('en', 's')).toBe('Only whole numbers from 0 to 20 s make sense here. The last run stays.')
  expect(
    catalogue('en').demo.controls.refusals['not-a-number'](catalogue('en').demo.controls.limits('count', { min: 0, max: 2 })),
  ).toMatch(/^That isn't a number\./)
})
