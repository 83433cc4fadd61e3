import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { kernelHash, MADE_BY } from './kernel-hash'

const root = dirname(dirname(import.meta.dirname))

let copy = ''
beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'kernel-'))
  for (const name of MADE_BY) cpSync(join(root, name), join(copy, name), { recursive: true })
})
afterEach(() => rmSync(copy, { recursive: true }))

it('is the same for the same sources, wherever they are', () => {
  expect(kernelHash(copy)).toBe(kernelHash(root))
})

it.each(['lib/sim/run.ts', 'lib/sim/kinds/redis/kind.ts', 'lib/reading/verdict/verdict.ts', 'lib/evidence/outcome.ts'])(
  'changes with %s',
  (file) => {
    const before = kernelHash(copy)
    appendFileSync(join(copy, file), '\n')
    expect(kernelHash(copy)).not.toBe(before)
  },
)

it.each(['lib/sim/RULES.md', 'lib/sim/rules.test.ts'])('does not change with %s', (file) => {
  const before = kernelHash(copy)
  appendFileSync(join(copy, file), '\n')
  expect(kernelHash(copy)).toBe(before)
})

it('is of every file that an outcome is made by', async () => {
  const entry = 'lib/evidence/outcome.ts'
  const { metafile } = await build({ absWorkingDir: root, entryPoints: [entry], bundle: true, write: false, metafile: true })
  const made = Object.keys(metafile.inputs)
  expect(made.length).toBeGreaterThan(50)
  expect(made.filter((file) => !MADE_BY.some((name) => file === name || file.startsWith(`${name}/`)))).toEqual([])
})
