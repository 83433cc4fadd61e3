import { expect, it } from 'vitest'
import { gzippedSize } from './size'

it('the kernel is at most 20 kB when bundled alone', async () => {
  const bytes = await gzippedSize('kernel')
  expect(bytes).toBeLessThanOrEqual(20_000)
  // Not an empty bundle.
  expect(bytes).toBeGreaterThan(10_000)
})
