import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { suits } from './node-version.mjs'

// Each test starts processes.
vi.setConfig({ testTimeout: 60_000 })

const root = join(import.meta.dirname, '..')
const read = (name: string) => readFileSync(join(root, name), 'utf8')
const { engines, scripts } = JSON.parse(read('package.json'))

test.each([
  ['18.20.4', false],
  ['20.9.0', false],
  ['20.18.3', false],
  ['20.19.0', true],
  ['20.20.2', true],
  ['21.7.3', false],
  ['22.11.0', false],
  ['22.12.0', true],
  ['24.0.0', true],
])('Node %s: %s', (version, suited) => {
  expect(suits(version, '^20.19.0 || >=22.12.0')).toBe(suited)
})

test('package.json, the README and .nvmrc name the same versions', () => {
  const [, oldest, next] = /^\^(\d+\.\d+)\.0 \|\| >=(\d+\.\d+)\.0$/.exec(engines.node) ?? []
  expect(read('README.md')).toContain(`Needs Node.js ${oldest} or, of later versions, ${next} or newer.`)
  expect(oldest?.split('.')[0]).toBe(read('.nvmrc').trim())
})

test('no dependency needs a newer Node', () => {
  const [, oldest = '', next = ''] = /^\^(\S+) \|\| >=(\S+)$/.exec(engines.node) ?? []
  const needs = Object.entries<{ engines?: { node?: string }; optional?: boolean }>(
    JSON.parse(read('package-lock.json')).packages,
  )
  const ranges = needs.flatMap(([name, { engines: own, optional }]) =>
    name !== '' && own?.node && !optional ? [[name, own.node] as const] : [],
  )
  expect(ranges.length).toBeGreaterThan(100)
  // Ranges in one of the forms that `suits` knows; the others are bare lower limits such as `>= 10` or `6.*`.
  for (const [name, range] of ranges.filter(([, text]) => /^(\s*(\^|>=)\d+\.\d+\.\d+\s*(\|\||$))+$/.test(text))) {
    for (const version of [oldest, next]) expect(suits(version, range), `${name} ${range}`).toBe(true)
  }
})

test('every command looks at the version before it loads anything else, and installs what is missing', () => {
  for (const [name, line] of Object.entries<string>(scripts)) {
    const [, file = ''] = /^node scripts\/([\w-]+\.mjs)/.exec(line) ?? []
    expect(readdirSync(import.meta.dirname), `${name}: ${line}`).toContain(file)
    const imports = read(`scripts/${file}`).match(/^import .*$/gm) ?? []
    expect(imports[0], file).toBe("import './node-version.mjs'")
    expect(read(`scripts/${file}`), file).toContain('ensurePackages()')
  }
})

test('an older Node is told so in one sentence', () => {
  const program = `Object.defineProperty(process.versions, 'node', { value: '18.20.4' }); await import('./scripts/sim.ts')`
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', program.replace('./scripts/sim.ts', './scripts/typescript.mjs')],
    { encoding: 'utf8', cwd: root },
  )
  expect({ status, stderr }).toEqual({ status: 2, stderr: `Lost Writes needs Node.js ${engines.node}; this is 18.20.4\n` })
})
