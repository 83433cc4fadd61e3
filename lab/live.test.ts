import { spawn } from 'node:child_process'
import { beforeEach, describe, expect, it } from 'vitest'
import { whyNoLab } from './testing/possible'

const why = whyNoLab()
/** Exit code of a lab that did not see what the kernel says. */
const DISAGREES = 1

/**
 * One run each, all at the same time; a run that the machine disturbs is repeated. One real run in some hundreds lies outside what 200
 * simulated ones show, by chance: it may disagree once. A kernel that is wrong disagrees again.
 */
describe.concurrent('real servers do what the kernel says', () => {
  beforeEach(({ skip }) => skip(why !== null, why ?? ''))

  it.each(['wait-one-of-two', 'healthy-crash', 'slow-link-crash', 'redlock-expired'])(
    '%s',
    { timeout: 800_000 },
    async (name) => {
      const first = await lab(name)
      const { code, output } = first.code === DISAGREES ? await lab(name) : first
      expect(code, first.output + output).toBe(0)
    },
  )
})

function lab(name: string): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['scripts/typescript.mjs', 'lab/cli.ts', name], { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const read = (text: unknown) => {
      output += String(text)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('close', (code) => resolve({ code, output }))
  })
}
