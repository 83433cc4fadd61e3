import type { Kind } from '../../core/model'
import { SENTINEL_DEFAULTS } from '../../defaults'
import type { ClusterProtocol } from '../protocol'
import { flushed } from './file'
import { linkLost } from './link'
import { fromInstances } from './replies'
import { fromOthers } from './serve'
import { settleSentinels } from './settled'
import type { SentinelSpec } from './spec'
import { fileOf, newSentinel, type SentinelFile, type SentinelState } from './state'
import { scheduleTick, tick } from './tick'

/** A sentinel that monitors one primary. */
export const sentinel: Kind<ClusterProtocol, SentinelSpec, SentinelState, SentinelFile> = {
  name: 'sentinel',

  settle: settleSentinels,
  announce: () => {},
  started(world, place, { quorum, conf }, file) {
    const state = newSentinel(world, place, { quorum, conf: { ...SENTINEL_DEFAULTS, ...conf } }, file, world.now)
    scheduleTick(world, state)
    return state
  },
  files: fileOf,

  on: { ...fromInstances, ...fromOthers },
  timers: { tick, flushed },

  opened: () => {},
  closed: (_world, state, connection) => linkLost(state, connection),
}
