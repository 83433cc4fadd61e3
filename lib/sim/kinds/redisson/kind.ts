import { lockKind } from '../lock/lock-kind'
import type { Algorithm } from '../lock/spec'
import { SUBSCRIBE } from '../lock/wait'
import { INFO } from '../redis/commands/info'
import { multi } from './multi'
import { rlock } from './rlock'
import { SCRIPTS } from './scripts'
import type { Conf } from './transport'
import { redissonOf } from './versions'

const SEVERAL: readonly Algorithm[] = ['redisson-multi', 'redisson-redlock']

/** A client that takes a lock of Redisson: one on the primary, or one on each of several servers. It asks a server for its replicas. */
export const redisson = {
  ...lockKind<Conf>(
    'redisson',
    ({ version = '' }) => redissonOf(version),
    ({ algorithm }) => (SEVERAL.includes(algorithm) ? multi : rlock),
    SCRIPTS,
  ),
  commands: { INFO, SUBSCRIBE },
}
