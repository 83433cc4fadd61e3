import { expect, it } from 'vitest'
import { entryHref } from './address'

it('leads to the entry of a scenario, on the page of its subject', () => {
  expect(entryHref('en', 'split-brain')).toMatch(/\/en\/how-we-know\/partition\/#split-brain$/)
  expect(entryHref('zh-CN', 'sentinels-4-quorum-2-dead-2')).toMatch(
    /\/zh-CN\/how-we-know\/election\/#sentinels-4-quorum-2-dead-2$/,
  )
})

it('leads to the list of all where there is no such entry', () => {
  expect(entryHref('en', 'nowhere')).toMatch(/\/en\/how-we-know\/#scenarios$/)
})
