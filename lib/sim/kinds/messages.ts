import type { MysqlMessage } from './mysql/messages'
import type { RedisMessage } from './redis/messages'
import type { ResourceMessage } from './resource/messages'
import type { SentinelMessage } from './sentinel/messages'

/** Everything that is said over a connection, each with who understands it. */
export type Message = RedisMessage | SentinelMessage | ResourceMessage | MysqlMessage
