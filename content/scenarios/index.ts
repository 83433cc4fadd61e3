import cutHealedEarly from './cut-healed-early.json'
import emptyRestart from './empty-restart.json'
import emptyRestartGated from './empty-restart-gated.json'
import emptyRestartLate from './empty-restart-late.json'
import failoverUnderSentinels from './failover-under-sentinels.json'
import fixedAddress from './fixed-address.json'
import gateClosed from './gate-closed.json'
import gateHole from './gate-hole.json'
import gateThenReplicaof from './gate-then-replicaof.json'
import healthyCrash from './healthy-crash.json'
import idleSplitBrain from './idle-split-brain.json'
import jepsen2013 from './jepsen-2013.json'
import lateButTalking from './late-but-talking.json'
import lateNoticed from './late-noticed.json'
import lateUnnoticed from './late-unnoticed.json'
import lockLostKey from './lock-lost-key.json'
import lockNoFailover from './lock-no-failover.json'
import lockOneOfTwo from './lock-one-of-two.json'
import lockPaused from './lock-paused.json'
import lockPausedFenced from './lock-paused-fenced.json'
import lockPlannedSwitch from './lock-planned-switch.json'
import lockSplitBrain from './lock-split-brain.json'
import lockStuck from './lock-stuck.json'
import lockTokenTwice from './lock-token-twice.json'
import manualFailover from './manual-failover.json'
import minoritySentinel from './minority-sentinel.json'
import oldPrimaryRestarts from './old-primary-restarts.json'
import ordersCrash from './orders-crash.json'
import ordersCrashWait from './orders-crash-wait.json'
import ownDiskFailover from './own-disk-failover.json'
import powerAllWait from './power-all-wait.json'
import powerAllWaitaof from './power-all-waitaof.json'
import powerPrimary from './power-primary.json'
import powerPrimaryAlways from './power-primary-always.json'
import priorityOverOffset from './priority-over-offset.json'
import redlockEmptyRestart from './redlock-empty-restart.json'
import redlockExpired from './redlock-expired.json'
import redlockLateAbort from './redlock-late-abort.json'
import replicaDisk from './replica-disk.json'
import restartAof from './restart-aof.json'
import retryTwice from './retry-twice.json'
import reusedAddress from './reused-address.json'
import semisyncErrantRestart from './semisync-errant-restart.json'
import semisyncHastyPromotion from './semisync-hasty-promotion.json'
import semisyncPatientPromotion from './semisync-patient-promotion.json'
import semisyncPhantomAfterCommit from './semisync-phantom-after-commit.json'
import semisyncPhantomAfterSync from './semisync-phantom-after-sync.json'
import semisyncReleaseAll from './semisync-release-all.json'
import sentinelReturns from './sentinel-returns.json'
import sentinels4Quorum2Dead2 from './sentinels-4-quorum-2-dead-2.json'
import silentNotLate from './silent-not-late.json'
import slowLinkCrash from './slow-link-crash.json'
import slowLinkCrashAof from './slow-link-crash-aof.json'
import slowLinkCrashWait from './slow-link-crash-wait.json'
import splitBrain from './split-brain.json'
import splitBrainGated from './split-brain-gated.json'
import staleRead from './stale-read.json'
import thirdSentinelElsewhere from './third-sentinel-elsewhere.json'
import twoHistories from './two-histories.json'
import twoMachines from './two-machines.json'
import twoSentinels from './two-sentinels.json'
import waitOneOfTwo from './wait-one-of-two.json'
import waitWrongReplica from './wait-wrong-replica.json'

/** Every named scenario, unparsed: one file each, used alike by articles, tests and demos. */
export const scenarioFiles = {
  'cut-healed-early': cutHealedEarly,
  'empty-restart': emptyRestart,
  'empty-restart-gated': emptyRestartGated,
  'empty-restart-late': emptyRestartLate,
  'failover-under-sentinels': failoverUnderSentinels,
  'fixed-address': fixedAddress,
  'gate-closed': gateClosed,
  'gate-hole': gateHole,
  'gate-then-replicaof': gateThenReplicaof,
  'healthy-crash': healthyCrash,
  'idle-split-brain': idleSplitBrain,
  'jepsen-2013': jepsen2013,
  'late-but-talking': lateButTalking,
  'late-noticed': lateNoticed,
  'late-unnoticed': lateUnnoticed,
  'lock-lost-key': lockLostKey,
  'lock-no-failover': lockNoFailover,
  'lock-one-of-two': lockOneOfTwo,
  'lock-paused': lockPaused,
  'lock-paused-fenced': lockPausedFenced,
  'lock-planned-switch': lockPlannedSwitch,
  'lock-split-brain': lockSplitBrain,
  'lock-stuck': lockStuck,
  'lock-token-twice': lockTokenTwice,
  'manual-failover': manualFailover,
  'minority-sentinel': minoritySentinel,
  'old-primary-restarts': oldPrimaryRestarts,
  'orders-crash': ordersCrash,
  'orders-crash-wait': ordersCrashWait,
  'own-disk-failover': ownDiskFailover,
  'power-all-wait': powerAllWait,
  'power-all-waitaof': powerAllWaitaof,
  'power-primary': powerPrimary,
  'power-primary-always': powerPrimaryAlways,
  'priority-over-offset': priorityOverOffset,
  'redlock-empty-restart': redlockEmptyRestart,
  'redlock-expired': redlockExpired,
  'redlock-late-abort': redlockLateAbort,
  'restart-aof': restartAof,
  'replica-disk': replicaDisk,
  'retry-twice': retryTwice,
  'reused-address': reusedAddress,
  'semisync-errant-restart': semisyncErrantRestart,
  'semisync-hasty-promotion': semisyncHastyPromotion,
  'semisync-patient-promotion': semisyncPatientPromotion,
  'semisync-phantom-after-commit': semisyncPhantomAfterCommit,
  'semisync-phantom-after-sync': semisyncPhantomAfterSync,
  'semisync-release-all': semisyncReleaseAll,
  'sentinel-returns': sentinelReturns,
  'sentinels-4-quorum-2-dead-2': sentinels4Quorum2Dead2,
  'silent-not-late': silentNotLate,
  'slow-link-crash': slowLinkCrash,
  'slow-link-crash-aof': slowLinkCrashAof,
  'slow-link-crash-wait': slowLinkCrashWait,
  'stale-read': staleRead,
  'split-brain': splitBrain,
  'split-brain-gated': splitBrainGated,
  'third-sentinel-elsewhere': thirdSentinelElsewhere,
  'two-histories': twoHistories,
  'two-machines': twoMachines,
  'two-sentinels': twoSentinels,
  'wait-one-of-two': waitOneOfTwo,
  'wait-wrong-replica': waitWrongReplica,
} as const satisfies Record<string, unknown>

export type ScenarioName = keyof typeof scenarioFiles
