import { expect, it } from 'vitest'
import { linkedData } from './thing'

it('what ends a script ends none', () => {
  const text = linkedData([{ '@type': 'DefinedTerm', name: '</script><b>' }])
  expect(text).not.toContain('<')
  expect(JSON.parse(text)['@graph']).toEqual([{ '@type': 'DefinedTerm', name: '</script><b>' }])
})
