import { downAfterMilliseconds } from './down-after-milliseconds'
import { healAfter } from './heal-after'
import { minReplicasMaxLag } from './min-replicas-max-lag'
import { minReplicasToWrite } from './min-replicas-to-write'
import { replicaPriority } from './replica-priority'
import { replicationLatency } from './replication-latency'
import { restartAfter } from './restart-after'
import type { Setting } from './setting'
import { waitReplicas } from './wait-replicas'
import { waitTimeout } from './wait-timeout'
import { writeRate } from './write-rate'

/** Every live setting, by the name under which an article asks for it. */
export const SETTINGS = {
  'min-replicas-to-write': minReplicasToWrite,
  'min-replicas-max-lag': minReplicasMaxLag,
  'down-after-milliseconds': downAfterMilliseconds,
  'replica-priority': replicaPriority,
  'replication-latency': replicationLatency,
  'write-rate': writeRate,
  'wait-replicas': waitReplicas,
  'wait-timeout': waitTimeout,
  'heal-after': healAfter,
  'restart-after': restartAfter,
} satisfies Readonly<Record<string, Setting>>

export type SettingId = keyof typeof SETTINGS

/** Those that stand in no file of Redis under their name. */
export type UnfiledSettingId = { [Id in SettingId]: (typeof SETTINGS)[Id]['file'] extends null ? Id : never }[SettingId]

export const SETTING_IDS: readonly SettingId[] = Object.keys(SETTINGS).filter(isSettingId)

export function isSettingId(text: string): text is SettingId {
  return Object.hasOwn(SETTINGS, text)
}
