import { pairsBetween } from '../core/network'
import type { FaultForm } from './form'
import type { NetworkFault } from './network-fault'

type Groups = readonly (readonly string[])[]

interface Partition {
  readonly partition: Groups
}

interface Told {
  readonly groups: Groups
}

/** Groups of hosts that cannot reach each other; a host in no group reaches all. */
export const partition: NetworkFault<Partition, Told> = {
  changes: ({ partition: groups }) => ({ cut: pairsBetween(groups) }),
  said: ({ partition: groups }) => ({ groups }),
}

export const partitionForm: FaultForm<Partition, Told> = {
  read: (field, scene) => {
    const what = 'two or more lists of hosts'
    const seen = new Set<string>()
    const groups = field.items(what).map((group) =>
      group.items('a list of hosts').map((item) => {
        const name = scene.host(item)
        if (seen.has(name)) item.fail(`${name} is in two places; expected each host in one group`)
        seen.add(name)
        return name
      }),
    )
    if (groups.length < 2) field.expect(what)
    if (groups.some((group) => group.length === 0)) field.fail('an empty group; expected hosts in each')
    return { partition: groups }
  },
  line: {
    word: 'partition',
    write: ({ groups }) => groups.map((group) => group.join(' ')).join(' | '),
    said: (text) => ({ partition: text.split('|').map((group) => group.trim().split(/\s+/)) }),
  },
  examples: ['r1 | r2', 'r1 c1 | r2 r3 | s1'],
  refused: [
    [[['r1']], ': expected two or more lists of hosts'],
    [[['r1'], ['r1']], '[1][0]: r1 is in two places; expected each host in one group'],
    [[['r1'], []], ': an empty group'],
    [['r1', 'r2'], '[0]: expected a list of hosts, got "r1"'],
  ],
  often: 2,
  wish: ({ who, what, names }) => {
    // The bits of a number say who stands where.
    const side = (index: number) => ((who * 100 + what) >> (index % 13)) & 1
    return { partition: [0, 1].map((group) => names.filter((_, index) => side(index) === group)) }
  },
}
