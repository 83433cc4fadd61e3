import { describe, expect, it } from 'vitest'
import type { FaultForm } from '../faults/form'
import { FORMS } from '../faults/forms'
import { actionLine, readActionLine } from './action-line'

describe('a line of what is done', () => {
  const examples = Object.values<FaultForm<object, never>>(FORMS).flatMap(({ line, examples: some }) =>
    some.map((example) => `at 3000.5 ${line.word} ${example}`.trim()),
  )

  it.each(examples)('%s is read, and written so again', (line) => {
    expect(actionLine(readActionLine(line))).toBe(line)
  })

  it.each([
    ['at 3000 partition r1 c1 | r2 r3 | s1', { atMs: 3000, partition: [['r1', 'c1'], ['r2', 'r3'], ['s1']] }],
    ['at 3000 cut r1 → r2', { atMs: 3000, cut: { from: 'r1', to: 'r2' } }],
    ['at 3000.5 heal', { atMs: 3000.5, heal: true }],
    ['at 0 kill h9.sentinel', { atMs: 0, kill: 'h9.sentinel' }],
    ['at 4 type c1 "PING "a b""', { atMs: 4, run: { on: 'c1', command: 'PING "a b"' } }],
  ])('%s is %j', (line, action) => {
    expect(readActionLine(line)).toEqual(action)
  })

  it.each(['kill r1', 'at 3 burn r1', 'at 3 kill', 'at 3 heal r1', 'at 3 cut r1', 'at 3 type c1 PING'])('%s is none', (line) => {
    expect(() => readActionLine(line)).toThrow(`no command: "${line}"`)
  })
})
