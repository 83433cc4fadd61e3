import type { Target } from '../scenario/process'
import type { Fault } from './fault'
import { processesAt } from './signal'

/** No fault, though done like one: somebody types a command at a process. */
export const run: Fault<{ readonly run: { readonly on: Target; readonly command: string } }> = {
  needs: ['running'],
  leaves: null,
  read: (field, scene) => {
    const { on, command } = field.members(['on', 'command'])
    const { name, kind } = scene.process(on)
    return { run: { on: name, command: scene.command(command, kind) } }
  },
  apply(world, { run: { on, command } }, action) {
    const { kinds } = world.wiring
    for (const { place } of processesAt(world, on)) {
      const typed = kinds[place.kind]?.typed ?? kinds.operator?.typed
      typed?.(world, place, { action, on, line: command })
    }
  },
  target: ({ run }) => run.on,
  named: (field) => field.members(['on', 'command']).on,
}
