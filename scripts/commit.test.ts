import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from 'vitest'
import { commitOf } from './commit.mjs'

const test = base.extend<{ folder: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads a fixture's needs from this pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'commit-'))
    await use(folder)
    rmSync(folder, { recursive: true })
  },
})

const git = (cwd: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@a', ...args], { cwd, encoding: 'utf8' })

test('a build says its commit, and that files differ from it', ({ folder }) => {
  git(folder, 'init', '--quiet')
  git(folder, 'commit', '--quiet', '--allow-empty', '-m', 'first')
  const head = git(folder, 'rev-parse', 'HEAD').slice(0, 10)
  expect(commitOf(folder)).toBe(head)
  writeFileSync(join(folder, 'new.txt'), '')
  expect(commitOf(folder)).toBe(`${head}+`)
})

test('a folder that git does not know has none', ({ folder }) => {
  expect(commitOf(folder)).toBe('')
})
