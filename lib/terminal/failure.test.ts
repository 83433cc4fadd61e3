import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { BadInput, Failure, sentenceOf } from './failure.mjs'

// Each test starts processes.
vi.setConfig({ testTimeout: 60_000 })

const failing = (work: () => unknown): unknown => {
  try {
    work()
  } catch (error) {
    return error
  }
  return null
}

test('what someone can mend is a sentence', () => {
  expect(sentenceOf(new BadInput('PORT: expected …'))).toBe('PORT: expected …')
  expect(sentenceOf(failing(() => readFileSync('/nowhere/x')))).toBe('/nowhere/x: not there (ENOENT at open)')
  expect(sentenceOf(failing(() => writeFileSync(import.meta.dirname, '')))).toContain('a directory, where a file was expected')
  expect(sentenceOf(Object.assign(new Error('write ENOSPC'), { code: 'ENOSPC', syscall: 'write' }))).toContain('no space left')
})

test('a defect is none', () => {
  expect(sentenceOf(new TypeError('undefined is not a function'))).toBeNull()
  expect(sentenceOf(Object.assign(new Error('odd'), { code: 'EODD', syscall: 'read' }))).toBeNull()
  expect(sentenceOf(null)).toBeNull()
})

/** A command that does this, run to its end. */
function command(work: string) {
  const code = `import { BadInput, Failure, orderly } from ${JSON.stringify(join(import.meta.dirname, 'failure.mjs'))}\n${work}`
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

test('a command ends with one line and its code', () => {
  const end = (name: string) =>
    command(`await orderly(() => { throw new ${name}('a\\u001b[2J\\nb' + 'x'.repeat(1_000_000) + 'end') })`)
  const { status, stderr } = end('BadInput')
  expect(status).toBe(2)
  expect(stderr).toMatch(/^a\\u001b\[2J bx+ … x+end\n$/)
  expect(stderr.length).toBeLessThan(1100)
  expect(end('Failure').status).toBe(new Failure('').exitCode)
})

test('a defect keeps its stack trace', () => {
  const { status, stderr } = command(`await orderly(() => { throw new TypeError('ours') })`)
  expect(status).toBe(1)
  expect(stderr).toMatch(/TypeError: ours\n +at /)
})
