import type { FaultForm } from './form'
import type { NetworkFault } from './network-fault'

interface OneWay {
  readonly from: string
  readonly to: string
}

interface Cut {
  readonly cut: OneWay
}

/** What one host sends to another does not arrive; the other direction stays open. */
export const cut: NetworkFault<Cut, OneWay> = {
  changes: ({ cut: { from, to } }) => ({ cut: [[from, to]] }),
  said: ({ cut: oneWay }) => oneWay,
}

export const cutForm: FaultForm<Cut, OneWay> = {
  read: (field, scene) => {
    const members = field.members(['from', 'to'])
    const from = scene.host(members.from)
    const to = scene.host(members.to)
    if (from === to) field.fail(`both ends are ${from}; expected two hosts`)
    return { cut: { from, to } }
  },
  line: {
    word: 'cut',
    write: ({ from, to }) => `${from} → ${to}`,
    said: (text) => {
      const [, from, to] = /^(\w+) → (\w+)$/.exec(text) ?? []
      return from === undefined || to === undefined ? null : { cut: { from, to } }
    },
  },
  examples: ['r1 → r2'],
  refused: [
    [{ from: 'r1', to: 'r1' }, ': both ends are r1'],
    [{ from: 'r1' }, '.to: missing'],
  ],
  often: 1,
  wish: ({ host, other }) => ({ cut: { from: host, to: other } }),
}
