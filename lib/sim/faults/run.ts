import type { Target } from '../scenario/process'
import type { FaultForm } from './form'
import type { ProcessFault } from './process-fault'
import { processesAt } from './signal'

interface Run {
  readonly run: { readonly on: Target; readonly command: string }
}

/** No fault, though done like one: somebody types a command at a process. */
export const run: ProcessFault<Run> = {
  needs: ['running'],
  leaves: null,
  apply(world, { run: { on, command } }, action) {
    const { kinds } = world.wiring
    for (const { place } of processesAt(world, on)) {
      const typed = kinds[place.kind]?.typed ?? (kinds.operator ?? kinds.dba)?.typed
      typed?.(world, place, { action, on, line: command })
    }
  },
  target: (deed) => deed.run.on,
}

export const runForm: FaultForm<Run> = {
  read: (field, scene) => {
    const { on, command } = field.members(['on', 'command'])
    const { name, kind } = scene.process(on)
    return { run: { on: name, command: scene.command(command, name, kind) } }
  },
  named: (field) => field.members(['on', 'command']).on,
  line: {
    word: 'type',
    write: ({ run: { on, command } }) => `${on} "${command}"`,
    said: (text) => {
      const [, on, command] = /^([\w.]+) "(.+)"$/.exec(text) ?? []
      return on === undefined || command === undefined ? null : { run: { on, command } }
    },
  },
  examples: ['r1 "PING"', 'c1 "PING "a b""'],
  refused: [
    [{ on: 'h9', command: 'PING' }, '.on: h9 runs redis and sentinel; expected h9.redis or h9.sentinel'],
    [{ on: 'r1' }, '.command: missing'],
  ],
  often: 3,
  wish: ({ typed }) => ({ run: typed() }),
}
