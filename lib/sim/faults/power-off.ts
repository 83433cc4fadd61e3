import { change } from '../core/network'
import { losePower } from '../core/signals'
import { type FaultForm, isTarget } from './form'
import type { ProcessFault } from './process-fault'
import { signal } from './signal'

interface PowerOff {
  /** A host. */
  readonly powerOff: string
}

/**
 * A host loses its power, until something on it is started again: what was written to a file and not fsynced goes with its processes, and
 * nobody is told (R74).
 */
export const powerOff: ProcessFault<PowerOff> = {
  needs: ['running', 'paused'],
  leaves: 'dead',
  apply(world, { powerOff: host }) {
    change(world, { power: { host, on: false } })
    signal(world, host, { type: 'kill', send: losePower, to: ['running', 'paused', 'dead'], power: true })
  },
  target: (deed) => deed.powerOff,
}

export const powerOffForm: FaultForm<PowerOff> = {
  read: (field, scene) => ({ powerOff: scene.powered(field) }),
  line: {
    word: 'unpower',
    write: (deed) => deed.powerOff,
    said: (text) => (isTarget(text) ? { powerOff: text } : null),
  },
  examples: ['r1'],
  refused: [['r9', ': no host "r9"']],
  often: 1,
  wish: ({ host }) => ({ powerOff: host }),
}
