import type { Kind } from '../core/model'
import { client } from './client/kind'
import { dba } from './dba/kind'
import { durable } from './durable/kind'
import { lock } from './lock/kind'
import { mysql } from './mysql/kind'
import { operator } from './operator/kind'
import type { ClusterProtocol } from './protocol'
import { redis } from './redis/kind'
import { redisson } from './redisson/kind'
import { redlock } from './redlock/kind'
import { resource } from './resource/kind'
import { sentinel } from './sentinel/kind'

/** Every kind of process, in the order in which they take their places. */
export type KindName =
  | 'redis'
  | 'durable'
  | 'mysql'
  | 'client'
  | 'lock'
  | 'redisson'
  | 'redlock'
  | 'resource'
  | 'sentinel'
  | 'operator'
  | 'dba'

/** The kinds that a run needs. */
export type Kinds = Readonly<Partial<Record<KindName, Kind<ClusterProtocol>>>>

export const KINDS: Kinds = { redis, durable, mysql, client, lock, redisson, redlock, resource, sentinel, operator, dba }
