import { expect, it } from 'vitest'
import { recordingText } from './files'
import { measured } from './measured'
import { readRecording } from './recording'

const { header, runs } = readRecording(recordingText('split-brain') ?? '')

it('spans what the recorded runs counted', () => {
  const lost = runs.map(({ writes }) => writes.lost)
  expect(measured('split-brain', 'lost')).toEqual({
    kind: 'count',
    least: Math.min(...lost),
    most: Math.max(...lost),
    runs: runs.length,
    server: header.server,
  })
})

it('spans what they timed', () => {
  const { kind, least, most } = measured('split-brain', 'demotedAfterHeal r1')
  expect(kind).toBe('time')
  expect(least).toBeGreaterThan(8000)
  expect(most).toBeGreaterThanOrEqual(least)
})

it('says what a typed command returned', () => {
  expect(measured('wait-other-connection', 'returned 2')).toMatchObject({ kind: 'count', least: 2, most: 2 })
})

it.each([
  ['split-brain', 'lots', 'no "lots"'],
  ['split-brain', 'lostBehindWait 1', 'no "lostBehindWait 1"'],
  ['wait-other-connection', 'returned 1', 'no "returned 1"'],
  ['nowhere', 'lost', 'nowhere was not recorded'],
])('fails the build rather than lose a number: %s %s', (name, of, problem) => {
  expect(() => measured(name, of)).toThrow(problem)
})
