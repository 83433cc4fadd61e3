import { expect, it } from 'vitest'
import { BUNDLES, type BundleName, gzippedSize } from './size'

it.each(Object.keys(BUNDLES) as readonly BundleName[])('%s: at most 20 kB when bundled alone', async (name) => {
  const bytes = await gzippedSize(name)
  expect(bytes).toBeLessThanOrEqual(20_000)
  // Not an empty bundle.
  expect(bytes).toBeGreaterThan(1000)
})
