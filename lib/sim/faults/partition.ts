import { partition as separate } from '../core/network'
import { emit } from '../core/world'
import type { Fault } from './fault'

/** Groups of hosts that cannot reach each other; a host in no group reaches all. */
export const partition: Fault<{ readonly partition: readonly (readonly string[])[] }> = {
  needs: null,
  leaves: null,
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
  apply(world, { partition: groups }) {
    separate(world, groups)
    emit(world, { at: world.now, host: null, type: 'partition', by: null, groups })
  },
}
