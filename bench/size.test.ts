import { expect, it } from 'vitest'
import { type BundleName, bundledSize } from './size'

/** Bytes in brotli. */
const MOST: Readonly<Partial<Record<BundleName, number>>> = {
  'core of the kernel': 3_300,
  'kind redis': 8_900,
  'kind durable': 2_000,
  'kind mysql': 5_920,
  'kind dba': 1_730,
  'kind sentinel': 6_200,
  'kind client': 3_100,
  'kind operator': 600,
  'kind lock': 3_750,
  'kind redisson': 2_700,
  'kind redlock': 1_120,
  'kind resource': 470,
  'all kinds of locks': 6_400,
  // It runs scenarios that have been read: the reader alone would be 5 kB. The kinds of process come beside it.
  // The stage draws data, ACKs, gates, votes and waits, and these have to be folded from the run first.
  'demo without words, kinds and Preact': 47_100,
  'words of a demo in English': 5_400,
  'words of a demo in Chinese': 5_400,
  'lists under a demo in English': 6_700,
}

it.each(Object.entries(MOST) as [BundleName, number][])('%s, bundled alone, has at most %i bytes', async (name, most) => {
  const bytes = await bundledSize(name)
  expect(bytes).toBeLessThanOrEqual(most)
  // Not an empty bundle.
  expect(bytes).toBeGreaterThan(most / 2)
})
