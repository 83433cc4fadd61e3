import { copied } from './core/copy'
import type { Protocol, Wiring, World, WorldState } from './core/model'

/** What a world has come to, without what it acts through: it survives JSON. */
export function stateOf<P extends Protocol>({ wiring: _, ...state }: World<P>): WorldState<P> {
  return state
}

/**
 * A second world that stands where this one stands; from here on each goes its own way. Both go on as one that was never copied: the
 * same events, byte for byte.
 *
 * @param outputs where the copy's journal and wire go from here on; what has happened so far is not repeated
 */
export function fork<P extends Protocol>(world: World<P>, outputs: Pick<Wiring<P>, 'journal' | 'wire'>): World<P> {
  return awaken(copied(stateOf(world)), { ...world.wiring, ...outputs })
}

/** A world from its state, which may come out of JSON. */
export function awaken<P extends Protocol>(state: WorldState<P>, wiring: Wiring<P>): World<P> {
  return { ...state, wiring }
}
