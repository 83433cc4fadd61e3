import { execFileSync } from 'node:child_process'
import { findProgram } from './child'

/**
 * The lab measures time: while it does, its processes go before whatever else the machine does, in real-time scheduling, which those
 * it starts inherit. They hardly use the processor. Where that is not allowed, the measurement is noisier and more runs are repeated.
 */
export function takePrecedence(): void {
  schedule(['--rr', '--pid', '1'])
}

/** Back to the ranks, before work that takes the processor for long. */
export function yieldPrecedence(): void {
  schedule(['--other', '--pid', '0'])
}

function schedule(policy: readonly string[]): void {
  const chrt = findProgram('chrt')
  if (chrt === null) return
  try {
    execFileSync(chrt, [...policy, String(process.pid)], { stdio: 'ignore' })
  } catch {
    // Not allowed to.
  }
}
