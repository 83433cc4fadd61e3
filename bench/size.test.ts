import { expect, it } from 'vitest'
import { gzippedSize } from './size'

it('the kernel is at most 21.5 kB when bundled alone', async () => {
  const bytes = await gzippedSize('kernel')
  expect(bytes).toBeLessThanOrEqual(21_500)
  // Not an empty bundle.
  expect(bytes).toBeGreaterThan(10_000)
})
