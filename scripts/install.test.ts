import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { packagesMatchLock } from './install.mjs'

// Each test starts processes.
vi.setConfig({ testTimeout: 60_000 })

let checkout = ''
beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'checkout-'))
  write('package-lock.json', lock)
})
afterEach(() => rmSync(checkout, { recursive: true }))

function write(path: string, content: unknown) {
  mkdirSync(dirname(join(checkout, path)), { recursive: true })
  writeFileSync(join(checkout, path), typeof content === 'string' ? content : JSON.stringify(content))
}

const lock = {
  packages: {
    '': { version: '1.0.0' },
    'node_modules/tsx': { version: '4.0.0' },
    'node_modules/far': { version: '1.0.0', optional: true },
  },
}
const INSTALLED = 'node_modules/.package-lock.json'

test.each([
  ['all of them', { packages: { 'node_modules/tsx': { version: '4.0.0' } } }, true],
  ['another version', { packages: { 'node_modules/tsx': { version: '4.0.1' } } }, false],
  ['another version of an optional one', { packages: { ...lock.packages, 'node_modules/far': { version: '2.0.0' } } }, false],
  ['none', { packages: {} }, false],
  ['half a list', '{"packages": {"node_mod', false],
  ['something else', '[]', false],
])('%s installed: %#', (_, installed, match) => {
  write(INSTALLED, installed)
  expect(packagesMatchLock(checkout)).toBe(match)
})

test('nothing installed', () => {
  expect(packagesMatchLock(checkout)).toBe(false)
})

/** Stands in for npm: installs a tsx that does nothing. */
const NPM = `#!/bin/sh
echo "npm $*"
mkdir -p node_modules/tsx
echo '{"name": "tsx", "type": "module", "exports": "./tsx.js"}' > node_modules/tsx/package.json
echo '' > node_modules/tsx/tsx.js
cp package-lock.json ${INSTALLED}
`

test('a command on a fresh clone installs first, and its output holds nothing but its own', () => {
  for (const folder of ['scripts', 'lib/terminal'])
    cpSync(join(import.meta.dirname, '..', folder), join(checkout, folder), { recursive: true })
  cpSync(join(import.meta.dirname, '..', 'package.json'), join(checkout, 'package.json'))
  write('hello.mjs', `console.log(JSON.stringify(process.argv.slice(2)))`)
  write('bin/npm', NPM)
  chmodSync(join(checkout, 'bin', 'npm'), 0o755)
  const env = { ...process.env, PATH: `${join(checkout, 'bin')}${delimiter}${process.env.PATH}` }
  const hello = () =>
    spawnSync(process.execPath, ['scripts/typescript.mjs', 'hello.mjs', '--json'], { encoding: 'utf8', cwd: checkout, env })
  const first = hello()
  expect(first).toMatchObject({ status: 0, stdout: '["--json"]\n' })
  expect(first.stderr).toMatch(/^Installing packages \(npm ci\) …\nInstalling packages \(npm ci\): [\d.]+ s\n$/)
  expect(hello()).toMatchObject({ status: 0, stdout: '["--json"]\n', stderr: '' })
})
