import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, it, vi } from 'vitest'
import { aptCalls, findProgram } from './programs.mjs'

const folder = mkdtempSync(join(tmpdir(), 'programs-'))
const program = join(folder, 'lost-writes-program')
writeFileSync(program, '')
chmodSync(program, 0o755)

afterEach(() => vi.unstubAllEnvs())
afterAll(() => rmSync(folder, { recursive: true }))

it('finds a program on PATH, and root’s own that PATH leaves out', () => {
  vi.stubEnv('PATH', `/nowhere:${folder}`)
  expect(findProgram('lost-writes-program')).toBe(program)
  vi.stubEnv('PATH', '/nowhere')
  expect(findProgram('lost-writes-program')).toBeUndefined()
  // Each Linux has it there, or in a folder that this is a link to.
  if (process.platform === 'linux') expect(findProgram('ldconfig')).toMatch(/sbin/)
})

it('installs all that is missing in one call, and nothing that is there', () => {
  const asRoot = { apt: '/usr/bin/apt-get', isRoot: true }
  expect(aptCalls([], asRoot)).toEqual([])
  expect(aptCalls(['redis-sentinel', 'iptables'], asRoot)).toEqual([
    ['update'],
    ['install', '-y', '--no-install-recommends', 'redis-sentinel', 'iptables'],
  ])
})

it('installs nothing where it may not or cannot', () => {
  expect(aptCalls(['iptables'], { apt: '/usr/bin/apt-get', isRoot: false })).toBeNull()
  expect(aptCalls(['iptables'], { apt: undefined, isRoot: true })).toBeNull()
})
