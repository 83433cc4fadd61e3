import fc from 'fast-check'
import { expect, it } from 'vitest'
import { LOCALES } from '../locale'
import { grouped } from './grouped'

it.each(LOCALES)('whole numbers are grouped as %s groups them', (locale) => {
  for (const value of [0, 999, 1000, -1, -1000, 12_345, 1_234_567]) expect(grouped(value)).toBe(value.toLocaleString(locale))
  fc.assert(fc.property(fc.maxSafeInteger(), (value) => grouped(value) === value.toLocaleString(locale)))
})
