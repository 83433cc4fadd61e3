import { CLIENT } from './client'
import type { Command } from './command'
import { CONFIG } from './config'
import { FAILOVER } from './failover'
import { INFO } from './info'
import { REPLICAOF } from './replicaof'
import type { TypedName } from './typed-names'

/** What the commands do that only people type. */
export const TYPED: Readonly<Record<TypedName, Command>> = { INFO, CONFIG, REPLICAOF, SLAVEOF: REPLICAOF, FAILOVER, CLIENT }
