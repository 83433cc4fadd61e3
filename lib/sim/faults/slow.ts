import { micros } from '../core/time'
import { type FaultForm, isTarget } from './form'
import type { NetworkFault } from './network-fault'

interface Link {
  readonly between: readonly [string, string]
  readonly latencyMs: number
}

interface Slow {
  readonly slow: Link
}

/**
 * What leaves from now on takes so long between two hosts, each way; jitter comes on top as before. It stays in order, and what is on its way
 * already arrives as it would have. A heal ends cuts, not this: another `slow` does.
 */
export const slow: NetworkFault<Slow, Link> = {
  changes: ({ slow: { between, latencyMs } }) => ({ slow: { between, latency: micros(latencyMs) } }),
  said: (deed) => deed.slow,
}

export const slowForm: FaultForm<Slow, Link> = {
  read: (field, scene) => {
    const { between, latencyMs } = field.members(['between', 'latencyMs'])
    const latency = latencyMs.number({ min: 0, max: 3_600_000, unit: 'milliseconds' })
    return { slow: { between: scene.twoHosts(between), latencyMs: latency } }
  },
  line: {
    word: 'slow',
    write: ({ between, latencyMs }) => `${between.join(' – ')} ${latencyMs} ms`,
    said: (text) => {
      const [, one = '', other = '', latency = ''] = /^(\S+) – (\S+) (\d+(?:\.\d+)?) ms$/.exec(text) ?? []
      return isTarget(one) && isTarget(other) ? { slow: { between: [one, other], latencyMs: Number(latency) } } : null
    },
  },
  examples: ['r1 – r2 200 ms', 's1 – r1 0.5 ms'],
  refused: [
    [{ between: ['r1', 'r2'] }, '.latencyMs: missing; expected a number of milliseconds from 0 to 3600000'],
    [{ between: ['r1', 'r2'], latencyMs: -1 }, '.latencyMs: expected a number of milliseconds from 0 to 3600000, got -1'],
    [{ between: ['r1', 'r1'], latencyMs: 1 }, '.between: both ends are r1; expected two hosts'],
    [{ between: ['r1', 'r9'], latencyMs: 1 }, '.between[1]: no host "r9"'],
  ],
  often: 1,
  wish: ({ host, other, what }) => ({ slow: { between: [host, other], latencyMs: what * 5 } }),
}
