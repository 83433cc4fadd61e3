import { execFileSync } from 'node:child_process'
import { findProgram } from './child'

/**
 * The lab measures time: while it does, its processes go before whatever else the machine does, in real-time scheduling, which those
 * they start inherit. They hardly use the processor then. Where that is not allowed, the measurement is noisier and more runs are
 * repeated.
 */
export function takePrecedence(pids: readonly number[]): void {
  for (const pid of pids) schedule(['--all-tasks', '--rr', '--pid', '1'], pid)
}

/** Back to the ranks, before work that takes the processor for longer. */
export function yieldPrecedence(pid: number): void {
  schedule(['--all-tasks', '--other', '--pid', '0'], pid)
}

const chrt = findProgram('chrt')

function schedule(policy: readonly string[], pid: number): void {
  if (chrt === null) return
  try {
    execFileSync(chrt, [...policy, String(pid)], { stdio: 'ignore' })
  } catch {
    // Not allowed to.
  }
}
