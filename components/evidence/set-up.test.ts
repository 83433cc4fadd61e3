import { expect, it } from 'vitest'
import { evidenceScenario } from '@/lib/evidence/files'
import { evidenceNames } from '@/lib/evidence/subjects'
import { LOCALES } from '@/lib/locale'
import { words as catalogue } from '@/lib/words/words'
import { setUpParts } from './set-up'

const parts = (name: string) => setUpParts(catalogue('en').evidence, evidenceScenario(name))

it('tells who was there, how they were configured, and what was done when', () => {
  expect(parts('wait-wrong-replica')).toEqual([
    'r1 with the replicas r2 r3',
    'r3: replica-priority 10',
    's1 s2 s3: quorum 2, down-after-milliseconds 2000',
    'c1 writes to r1',
    'c1: SET w:{i} {i} every 100 ms, from 0.3 s to 7 s, WAIT 1 500 behind each',
    '2 s: cut, r1 | r3',
    '6 s: r1 is killed',
    '17 s: end',
  ])
})

it('tells slow links, time-outs, one-way cuts and what was typed', () => {
  expect(parts('crash-delay-20')).toEqual(expect.arrayContaining(['20 ms between r1–r2', '20 ms between r1–r3']))
  expect(parts('gate-new-primary')).toContain('c2 writes to the primary that s1 s2 s3 names, time-out 1000 ms')
  expect(parts('one-way-to-primary')).toContainEqual(expect.stringMatching(/^\d+ s: cut in one direction, r\d → r1$/))
  expect(parts('wait-one-of-two')).toContainEqual(expect.stringMatching(/^\d+(\.\d+)? s: c1> WAIT 2 3000$/))
})

it.each(LOCALES)('has words for everything that any scenario does: %s', (locale) => {
  for (const name of evidenceNames)
    for (const part of setUpParts(catalogue(locale).evidence, evidenceScenario(name)))
      expect(part).not.toMatch(/undefined|NaN|null/)
})
