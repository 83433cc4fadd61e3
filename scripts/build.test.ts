import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

// Each test starts processes.
vi.setConfig({ testTimeout: 60_000 })

let checkout = ''
beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'checkout-'))
  for (const folder of ['scripts', 'lib/terminal'])
    cpSync(join(import.meta.dirname, '..', folder), join(checkout, folder), { recursive: true })
  for (const file of ['package.json', 'lib/site.json']) write(file, readFileSync(join(import.meta.dirname, '..', file), 'utf8'))
  for (const lock of ['package-lock.json', 'node_modules/.package-lock.json']) write(lock, '{"packages": {}}')
  for (const name of ['contentlayer2', 'tsx']) tool(name, '')
  // What these make is not looked at here.
  for (const script of ['scripts/fonts.mjs', 'scripts/islands.mjs']) write(script, '')
  tool('next', NEXT)
})
afterEach(() => rmSync(checkout, { recursive: true }))

function write(path: string, content: string) {
  mkdirSync(dirname(join(checkout, path)), { recursive: true })
  writeFileSync(join(checkout, path), content)
}

function tool(name: string, body: string) {
  write(`node_modules/.bin/${name}`, `#!/bin/sh\nset -e\n${body}\n`)
  spawnSync('chmod', ['+x', join(checkout, 'node_modules/.bin', name)])
}

/** Stands in for Next: a page that tells the name of its build. */
const NEXT = `mkdir -p "$BUILD_INTO"; echo "<head></head>$BUILD_ID<script>self.__next_f.push([])</script>" > "$BUILD_INTO/index.html"`

function build(env: Record<string, string> = {}, ...args: readonly string[]) {
  const options = { cwd: checkout, encoding: 'utf8', env: { ...process.env, ...env } } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.mjs', ...args], options)
  return { status, stdout, stderr }
}

const page = () => readFileSync(join(checkout, 'out', 'index.html'), 'utf8')

test('the same sources make the same site, others another', () => {
  expect(build()).toMatchObject({ status: 0, stdout: '' })
  const first = page()
  expect(first).toMatch(/^<head><meta charSet="utf-8"\/><meta http-equiv="Content-Security-Policy"[\s\S]*<\/head>[\da-f]{20}\n$/)
  build()
  expect(page()).toBe(first)
  write('lib/new.ts', '')
  build()
  expect(page()).not.toBe(first)
  expect(readdirSync(join(checkout, '.cache'))).toEqual([])
})

test('a build that fails leaves the site as it is, and says which stage it was', () => {
  build()
  const first = page()
  tool('next', `${NEXT}; echo broken >&2; exit 3`)
  write('lib/new.ts', '')
  const { status, stderr } = build()
  expect(status).toBe(3)
  expect(stderr).toMatch(/broken\nBuilding the pages: [\d.]+ s\nBuilding the pages failed\n$/)
  expect(page()).toBe(first)
})

test('a second build at the same time is refused in one sentence', async () => {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  write('.cache/build.lock', String(other.pid))
  expect(build()).toEqual({
    status: 1,
    stdout: '',
    stderr: expect.stringMatching(new RegExp(`^another build is under way \\(process ${other.pid}, .*\\n$`)),
  })
  other.kill()
})

test('an argument is refused, not passed over', () => {
  expect(build({}, '--nope')).toEqual({ status: 2, stdout: '', stderr: '--nope: npm run build takes no arguments\n' })
})

test('a bad address is refused before anything is done', () => {
  const { status, stderr } = build({ SITE_ADDRESS: 'notaurl' })
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(/^SITE_ADDRESS: .*"notaurl".*\n$/) })
  expect(existsSync(join(checkout, '.cache'))).toBe(false)
})
