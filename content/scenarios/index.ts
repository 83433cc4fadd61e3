import emptyRestart from './empty-restart.json'
import failoverUnderSentinels from './failover-under-sentinels.json'
import gateClosed from './gate-closed.json'
import gateHole from './gate-hole.json'
import gateThenReplicaof from './gate-then-replicaof.json'
import healthyCrash from './healthy-crash.json'
import lateButTalking from './late-but-talking.json'
import manualFailover from './manual-failover.json'
import minoritySentinel from './minority-sentinel.json'
import oldPrimaryRestarts from './old-primary-restarts.json'
import ordersCrash from './orders-crash.json'
import ordersCrashWait from './orders-crash-wait.json'
import priorityOverOffset from './priority-over-offset.json'
import reusedAddress from './reused-address.json'
import slowLinkCrash from './slow-link-crash.json'
import slowLinkCrashAof from './slow-link-crash-aof.json'
import slowLinkCrashWait from './slow-link-crash-wait.json'
import splitBrain from './split-brain.json'
import splitBrainGated from './split-brain-gated.json'
import twoSentinels from './two-sentinels.json'
import waitOneOfTwo from './wait-one-of-two.json'
import waitWrongReplica from './wait-wrong-replica.json'

/** Every named scenario, unparsed: one file each, used alike by articles, tests and demos. */
export const scenarioFiles = {
  'empty-restart': emptyRestart,
  'failover-under-sentinels': failoverUnderSentinels,
  'gate-closed': gateClosed,
  'gate-hole': gateHole,
  'gate-then-replicaof': gateThenReplicaof,
  'healthy-crash': healthyCrash,
  'late-but-talking': lateButTalking,
  'manual-failover': manualFailover,
  'minority-sentinel': minoritySentinel,
  'old-primary-restarts': oldPrimaryRestarts,
  'orders-crash-wait': ordersCrashWait,
  'orders-crash': ordersCrash,
  'priority-over-offset': priorityOverOffset,
  'reused-address': reusedAddress,
  'slow-link-crash-wait': slowLinkCrashWait,
  'slow-link-crash-aof': slowLinkCrashAof,
  'slow-link-crash': slowLinkCrash,
  'split-brain-gated': splitBrainGated,
  'split-brain': splitBrain,
  'two-sentinels': twoSentinels,
  'wait-one-of-two': waitOneOfTwo,
  'wait-wrong-replica': waitWrongReplica,
} as const satisfies Record<string, unknown>

export type ScenarioName = keyof typeof scenarioFiles
