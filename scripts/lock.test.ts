import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { Failure } from '../lib/terminal/failure.mjs'
import { alone } from './lock.mjs'

// Each test starts processes.
vi.setConfig({ testTimeout: 60_000 })

const folder = mkdtempSync(join(tmpdir(), 'lock-'))
const path = join(folder, 'build.lock')
afterAll(() => rmSync(folder, { recursive: true }))

test('what a living process holds is refused with a sentence; the holder keeps it', async () => {
  const holder = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  writeFileSync(path, String(holder.pid))
  try {
    const work = alone('build', async () => 'done', folder)
    await expect(work).rejects.toThrow(Failure)
    await expect(work).rejects.toThrow(`another build is under way (process ${holder.pid}, ${path})`)
    expect(existsSync(path)).toBe(true)
  } finally {
    holder.kill()
    rmSync(path)
  }
})

test('what a process held that has ended is free', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  writeFileSync(path, String(pid))
  expect(await alone('build', async () => existsSync(path), folder)).toBe(true)
  expect(existsSync(path)).toBe(false)
})

test('it is given back when the work fails or ends the process', async () => {
  await expect(alone('build', () => Promise.reject(new Error('work')), folder)).rejects.toThrow('work')
  expect(existsSync(path)).toBe(false)
  const program = `import { alone } from ${JSON.stringify(join(import.meta.dirname, 'lock.mjs'))}
    await alone('build', async () => process.exit(3), ${JSON.stringify(folder)})`
  expect(spawnSync(process.execPath, ['--input-type=module', '-e', program]).status).toBe(3)
  expect(existsSync(path)).toBe(false)
})
