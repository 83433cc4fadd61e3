import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'

const WAIT = { timeout: 60_000, interval: 50 }
const MODULE = join(import.meta.dirname, 'child.mjs')

/** A process that runs a shell command as `npm test` runs its programs, and ends with the code it came to. */
function running(command: string, env = {}): { readonly child: ChildProcess; readonly ended: Promise<Ended> } {
  const script = `import(${JSON.stringify(MODULE)}).then(async ({ runWithin }) => process.exit(await runWithin(${command})))`
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } })
  let output = ''
  child.stdout.on('data', (data) => {
    output += data
  })
  return { child, ended: once(child, 'close').then(([code]) => ({ code, output })) }
}

interface Ended {
  readonly code: number
  readonly output: string
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

it.each([
  ['passes, without a word', '"sh", ["-c", "echo fine"]', 0, ''],
  ['fails, with all it said', '"sh", ["-c", "echo one; echo two >&2; exit 3"]', 3, 'one\ntwo\n'],
  ['is killed', '"sh", ["-c", "kill -9 $$"]', 1, 'sh: ended by SIGKILL\n'],
  ['is not there', '"/no/such/program", []', 127, '/no/such/program: spawn /no/such/program ENOENT\n'],
])('a program %s', async (_, command, code, output) => {
  expect(await running(command).ended).toEqual({ code, output })
})

it('output that no terminal shows has no colours, whatever the environment asks for', async () => {
  const print = '"sh", ["-c", "echo $NO_COLOR-$FORCE_COLOR; exit 1"]'
  expect((await running(print, { FORCE_COLOR: '1' }).ended).output).toBe('1-\n')
})

it.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s ends the program and all it has started', async (signal, code) => {
  const folder = mkdtempSync(join(tmpdir(), 'child-'))
  const { child, ended } = running(`"sh", ["-c", "sleep 1000 & echo $! > ${folder}/pid; wait"]`)
  const grandchild = await vi.waitFor(
    () => Number(/^(\d+)\n/.exec(readFileSync(join(folder, 'pid'), 'utf8'))?.[1] ?? expect.fail()),
    WAIT,
  )
  expect(isAlive(grandchild)).toBe(true)
  child.kill(signal)
  expect((await ended).code).toBe(code)
  await vi.waitFor(() => expect(isAlive(grandchild)).toBe(false), WAIT)
  rmSync(folder, { recursive: true })
})
