import { expect, it } from 'vitest'
import { sectionOfDemo } from './sections'

const article = [
  'An answer.',
  '<Demo scenario="split-brain" controls="min-replicas-to-write" />',
  '## Why [#why]',
  '<Num run="gate-hole" of="lost" />',
  '### Side by side [#side-by-side]',
  '<Compare without="gate-hole" with="gate-closed" />',
].join('\n')

it('finds the section whose demo shows a scenario', () => {
  expect(sectionOfDemo(article, 'split-brain')).toBe('')
  expect(sectionOfDemo(article, 'gate-hole')).toBe('side-by-side')
  expect(sectionOfDemo(article, 'gate-closed')).toBe('side-by-side')
})

it('a figure in the prose is no demo, nor is a scenario whose name begins alike', () => {
  expect(sectionOfDemo(article, 'gate')).toBeNull()
  expect(sectionOfDemo(article, 'min-replicas-to-write')).toBeNull()
})
