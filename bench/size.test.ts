import { expect, it } from 'vitest'
import { type BundleName, gzippedSize } from './size'

const MOST: Readonly<Partial<Record<BundleName, number>>> = {
  'core of the kernel': 3_500,
  'kind redis': 11_000,
  'kind sentinel': 6_500,
  'kind client': 3_200,
  'kind operator': 800,
  // It runs scenarios that have been read: the reader alone would be 5 kB. The kinds of process come beside it.
  'what brings a player to life': 21_100,
  'player in English, without React': 21_500,
  'player in Chinese, without React': 23_000,
}

it.each(Object.entries(MOST) as [BundleName, number][])('%s, bundled alone, has at most %i bytes', async (name, most) => {
  const bytes = await gzippedSize(name)
  expect(bytes).toBeLessThanOrEqual(most)
  // Not an empty bundle.
  expect(bytes).toBeGreaterThan(most / 2)
})
