import type { Handlers, Kind } from '../../core/model'
import { send } from '../../core/transport'
import { emit } from '../../core/world'
import type { ClusterProtocol } from '../protocol'
import { type Fence, offered, UNSEEN } from './fence'
import type { ResourceSpec } from './spec'

/** A resource, as plain data. It is durable: what it has seen outlives its process. */
interface ResourceState {
  readonly host: string
  fence: Fence
}

/** What locks protect: it takes what is written to it, or looks at the fencing token first (L31). */
export const resource: Kind<ClusterProtocol, ResourceSpec, ResourceState, ResourceState> = {
  name: 'resource',

  settle(_world, placed) {
    for (const { place, spec } of placed) place.state = { host: place.host, fence: { ...spec, ...UNSEEN } }
  },
  announce: () => {},
  started: (_world, _place, _spec, files) => files,
  files: (state) => ({ ...state }),

  on: {
    'guarded-write'(world, state, message, connection) {
      const { from, token } = message
      const { accepted, seen } = offered(state.fence, message)
      state.fence = seen
      const { host } = state
      const { largest } = seen
      emit(world, { at: world.now, host, type: 'guarded-write', by: world.cause, from, token, accepted, largest })
      send(world, connection, 1, { type: 'guarded-reply', accepted })
    },
  } satisfies Handlers<ClusterProtocol, ResourceState>,
  timers: {},
  opened: () => {},
  closed: () => {},
}
