import { spawn } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { whyNoLab } from './testing/possible'

const why = whyNoLab()

/** One run each, all at the same time; a run that the machine disturbs is repeated. */
describe
  .skipIf(why !== null)
  .concurrent(`real servers do what the kernel says${why === null ? '' : ` (skipped: ${why})`}`, () => {
    it.each(['wait-one-of-two', 'healthy-crash', 'slow-link-crash'])('%s', { timeout: 400_000 }, async (name) => {
      const { code, output } = await lab(name)
      expect(code, output).toBe(0)
    })
  })

function lab(name: string): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'lab/cli.ts', name], { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const read = (text: unknown) => {
      output += String(text)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('close', (code) => resolve({ code, output }))
  })
}
