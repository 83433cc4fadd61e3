import type { Handlers, Kind } from '../../core/model'
import { send } from '../../core/transport'
import { emit } from '../../core/world'
import type { ClusterProtocol } from '../protocol'
import { passes } from './fence'
import type { ResourceSpec } from './spec'

/** A resource, as plain data. It is durable: what it has seen outlives its process. */
interface ResourceState extends Readonly<ResourceSpec> {
  readonly host: string
  largest: number | null
  /** Who came with it. */
  owner: string | null
}

/** What locks protect: it takes what is written to it, or looks at the fencing token first (L31). */
export const resource: Kind<ClusterProtocol, ResourceSpec, ResourceState, ResourceState> = {
  name: 'resource',

  settle(_world, placed) {
    for (const { place, spec } of placed) place.state = { ...spec, host: place.host, largest: null, owner: null }
  },
  announce: () => {},
  started: (_world, _place, _spec, files) => files,
  files: (state) => ({ ...state }),

  on: {
    'guarded-write'(world, state, { from, token }, connection) {
      const accepted = passes(state, from, token)
      if (accepted && token !== null && token > (state.largest ?? 0)) {
        state.largest = token
        state.owner = from
      }
      emit(world, {
        at: world.now,
        host: state.host,
        type: 'guarded-write',
        by: world.cause,
        from,
        token,
        accepted,
        largest: state.largest,
      })
      send(world, connection, 1, { type: 'guarded-reply', accepted })
    },
  } satisfies Handlers<ClusterProtocol, ResourceState>,
  timers: {},
  opened: () => {},
  closed: () => {},
}
