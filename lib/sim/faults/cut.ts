import { cut as cutPath } from '../core/network'
import { emit } from '../core/world'
import type { Fault } from './fault'

/** What one host sends to another does not arrive; the other direction stays open. */
export const cut: Fault<{ readonly cut: { readonly from: string; readonly to: string } }> = {
  needs: null,
  leaves: null,
  read: (field, scene) => {
    const members = field.members(['from', 'to'])
    const from = scene.host(members.from)
    const to = scene.host(members.to)
    if (from === to) field.fail(`both ends are ${from}; expected two hosts`)
    return { cut: { from, to } }
  },
  apply(world, { cut: { from, to } }) {
    cutPath(world, from, to)
    emit(world, { at: world.now, host: null, type: 'cut', by: null, from, to })
  },
}
