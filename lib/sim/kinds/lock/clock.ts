import type { Micros } from '../../core/time'
import { micros } from '../../core/time'
import type { ClusterWorld } from '../protocol'
import type { ClockStep } from '../redis/spec'
import type { ServerState } from '../redis/state'

/** How far a server's wall clock is ahead by now: the steps that the scenario has for it (L26). */
export function aheadOf({ wiring: { specs }, now }: ClusterWorld, { place }: ServerState): Micros {
  const spec = specs[place]
  if (!hasSteps(spec)) return 0
  return spec.clockSteps.reduce((sum, { atMs, byMs }) => (micros(atMs) <= now ? sum + micros(byMs) : sum), 0)
}

interface Stepped {
  readonly clockSteps: readonly ClockStep[]
}

function hasSteps(spec: unknown): spec is Stepped {
  return typeof spec === 'object' && spec !== null && 'clockSteps' in spec
}
