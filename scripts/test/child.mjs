// Runs the programs of `npm test` so that none of them outlives it.
import { spawn } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'
import { root } from '../stages.mjs'

const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }
/** How long programs may take to tidy up when they are to end. */
const PATIENCE_MS = 10_000

/** Each program that runs leads a group of its own, named by its number: with it goes all that it has started. */
const groups = new Set()
let ending = false

for (const [signal, exitCode] of Object.entries(EXIT_CODES)) {
  process.on(signal, async () => {
    if (ending) return
    ending = true
    await Promise.all([...groups].map(endGroup))
    process.exit(exitCode)
  })
}

/** Asks first, and by SIGTERM whatever was asked here: what a shell has started in the background ignores SIGINT. */
async function endGroup(group) {
  const deadline = Date.now() + PATIENCE_MS
  signalGroup(group, 'SIGTERM')
  while (signalGroup(group, 0) && Date.now() < deadline) await setTimeout(50)
  signalGroup(group, 'SIGKILL')
}

/** Whether there was anybody to hear it. */
function signalGroup(group, signal) {
  try {
    return process.kill(-group, signal)
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
    return false
  }
}

/**
 * Runs a program in the project's root to its end. At a terminal its output is shown as it comes, elsewhere it is kept back, without
 * colours, and shown whole if the program fails. Returns its exit code: 1 when a signal ended it, 127 when it can't be started.
 */
export function runWithin(command, args, env = {}) {
  const quiet = !process.stdout.isTTY
  const child = spawn(command, args, {
    cwd: root,
    env: { ...withoutColours(quiet), NEXT_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', ...(quiet ? ['pipe', 'pipe'] : ['inherit', 'inherit'])],
    detached: true,
  })
  const output = []
  child.stdout?.on('data', (chunk) => output.push(chunk))
  child.stderr?.on('data', (chunk) => output.push(chunk))
  const ended = new Promise((resolve) => {
    child.on('error', (error) => {
      output.push(Buffer.from(`${command}: ${error.message}\n`))
      resolve(127)
    })
    // What it has left behind might hold its output open.
    child.on('exit', () => endGroup(child.pid))
    child.on('close', (code, signal) => {
      if (signal) output.push(Buffer.from(`${command}: ended by ${signal}\n`))
      resolve(code ?? 1)
    })
  })
  if (child.pid !== undefined) groups.add(child.pid)
  return ended.then((code) => {
    // Nothing follows any more.
    if (ending) return new Promise(() => {})
    groups.delete(child.pid)
    if (code !== 0) process.stdout.write(Buffer.concat(output))
    return code
  })
}

function withoutColours(quiet) {
  if (!quiet) return process.env
  const { FORCE_COLOR: _, ...env } = process.env
  return { ...env, NO_COLOR: '1' }
}
