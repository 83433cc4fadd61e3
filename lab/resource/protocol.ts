import type { ResourceSpec } from '@/lib/sim/kinds/resource/spec'
import type { Endpoint } from '../writer/connection'

/** What the lab tells a resource that locks protect, a line of JSON each. */
export type ToResource =
  | {
      readonly type: 'begin'
      readonly host: string
      readonly spec: ResourceSpec
      readonly listen: Endpoint
      /** The file to which it writes what it took and refused. */
      readonly log: string
    }
  | { readonly type: 'zero'; readonly nanos: string }

export type FromResource = { readonly type: 'ready' }
