// Runs the stages of the other scripts: one line of progress each, the output of a stage only where it matters.
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** The path of a tool that a package of this project brings. */
export const bin = (name) => join(root, 'node_modules', '.bin', name)

/**
 * Runs a program in the project's root to its end. `quiet` keeps its output back unless it fails.
 * Returns its exit code; a program that can't be started counts as 127.
 */
export function run(command, args, { quiet = false, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    })
    const output = []
    child.stdout?.on('data', (chunk) => output.push(chunk))
    child.stderr?.on('data', (chunk) => output.push(chunk))
    child.on('error', (error) => {
      process.stderr.write(`${command}: ${error.message}\n`)
      resolve(127)
    })
    child.on('close', (code) => {
      if (quiet && code !== 0) process.stderr.write(Buffer.concat(output))
      resolve(code ?? 1)
    })
  })
}

/** Tells that a stage begins, does it, tells how long it took: on stderr, as stdout may be read by a program. Passes on what it returns. */
export async function stage(name, work) {
  process.stderr.write(`${name} …\n`)
  const start = Date.now()
  const result = await work()
  process.stderr.write(`${name}: ${((Date.now() - start) / 1000).toFixed(1)} s\n`)
  return result
}

/** Runs a program as a stage and ends this process with its code when it fails. */
export async function mustRun(name, command, args, options = {}) {
  const code = await stage(name, () => run(command, args, { quiet: true, ...options }))
  if (code !== 0) {
    process.stderr.write(`${name} failed\n`)
    process.exit(code)
  }
}

/** Runs a script of this project's in TypeScript as a stage, by its name in scripts/. */
export function mustRunScript(name, script, ...args) {
  return mustRun(name, bin('tsx'), ['--tsconfig', 'tsconfig.json', `scripts/${script}`, ...args])
}
