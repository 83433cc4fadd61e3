import { heal as healPaths } from '../core/network'
import { emit } from '../core/world'
import type { Fault } from './fault'

/** Every partition and every cut is over. */
export const heal: Fault<{ readonly heal: true }> = {
  needs: null,
  leaves: null,
  read: (field) => (field.value === true ? { heal: true } : field.expect('true')),
  apply(world) {
    healPaths(world)
    emit(world, { at: world.now, host: null, type: 'heal', by: null })
  },
}
