import { spawn } from 'node:child_process'
import { beforeEach, describe, expect, it } from 'vitest'
import { findProgram } from './process/child'

const missing = ['redis-server', 'redis-sentinel'].filter((name) => findProgram(name) === null)

/** Needs no root. One run, and another when the machine or chance disturbs it: see live.test.ts. */
describe('on loopback addresses', () => {
  beforeEach(({ skip }) => skip(missing.length > 0, `${missing.join(' and ')} missing`))

  it('clients of a dead server have no connection, as on a real network', { timeout: 400_000 }, async () => {
    const first = await lab('healthy-crash', '--loopback')
    const { code, output } = first.code === 1 ? await lab('healthy-crash', '--loopback') : first
    expect(code, first.output + output).toBe(0)
  })
})

function lab(...args: readonly string[]): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['scripts/typescript.mjs', 'lab/cli.ts', ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const read = (text: unknown) => {
      output += String(text)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('close', (code) => resolve({ code, output }))
  })
}
