import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'

const WAIT = { timeout: 60_000, interval: 50 }
const MODULE = join(import.meta.dirname, 'child.mjs')

/** A process that runs a shell command as `npm test` runs its programs, and ends with the code it came to. */
function running(command: string, env = {}): Running {
  const script = `import(${JSON.stringify(MODULE)}).then(async ({ runWithin }) => process.exit(await runWithin(${command})))`
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } })
  let output = ''
  child.stdout.on('data', (data) => {
    output += data
  })
  return { child, ended: once(child, 'close').then(([code]) => ({ code, output })) }
}

interface Running {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
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

/** A program that has started another in the background, by whose number it can be told; it ends when asked to, or by itself. */
async function withBackground(then: string): Promise<{ readonly started: Running; readonly background: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'child-'))
  const started = running(`"sh", ["-c", "sleep 1000 & echo $! > ${folder}/pid; ${then}"]`)
  const background = await vi.waitFor(
    () => Number(/^(\d+)\n/.exec(readFileSync(join(folder, 'pid'), 'utf8'))?.[1] ?? expect.fail()),
    WAIT,
  )
  rmSync(folder, { recursive: true })
  return { started, background }
}

it.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s ends the program and all it has started', async (signal, code) => {
  const { started, background } = await withBackground('wait')
  expect(isAlive(background)).toBe(true)
  started.child.kill(signal)
  expect((await started.ended).code).toBe(code)
  await vi.waitFor(() => expect(isAlive(background)).toBe(false), WAIT)
})

it('nothing is left of a program that is killed', async () => {
  const { started, background } = await withBackground('kill -9 $$')
  expect((await started.ended).code).toBe(1)
  await vi.waitFor(() => expect(isAlive(background)).toBe(false), WAIT)
})
