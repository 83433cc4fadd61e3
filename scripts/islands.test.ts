import { describe, expect, it } from 'vitest'
import { minified } from './islands.mjs'

describe('what a browser loads', () => {
  // A film folds a view when it is read: so it is made ahead, before a reader waits for it.
  it('still reads what its source reads for what the reading does', async () => {
    const source = `
      const VIEWS = { verdict: () => { globalThis.folded += 1 } }
      const film = Object.defineProperties({}, { verdict: { get: VIEWS.verdict } })
      globalThis.folded = 0
      for (const name of Object.keys(VIEWS)) film[name]
      export const folded = globalThis.folded
    `
    const module = await import(`data:text/javascript,${encodeURIComponent(await minified(source))}`)
    expect(module).toMatchObject({ folded: 1 })
  })
})
