export type SentinelEventName =
  | '+sdown'
  | '-sdown'
  | '+odown'
  | '-odown'
  | '+new-epoch'
  | '+try-failover'
  | '+vote-for-leader'
  | '+elected-leader'
  | '+failover-state-select-slave'
  | '+selected-slave'
  | '+failover-state-send-slaveof-noone'
  | '+failover-state-wait-promotion'
  | '+promoted-slave'
  | '+failover-state-reconf-slaves'
  | '+config-update-from'
  | '+switch-master'
  | '+slave-reconf-sent'
  | '+slave-reconf-inprog'
  | '+slave-reconf-done'
  | '-slave-reconf-sent-timeout'
  | '+slave-reconf-sent-be'
  | '+failover-end-for-timeout'
  | '+failover-end'
  | '-failover-abort-not-elected'
  | '-failover-abort-no-good-slave'
  | '-failover-abort-slave-timeout'
  | '+convert-to-slave'
  | '+fix-slave-config'
  | '+slave'
  | '+reboot'
  | '+tilt'
  | '-tilt'

/** The events of rule R157, under Redis' own names. */
export interface SentinelLogEvent {
  readonly type: 'sentinel'
  readonly event: SentinelEventName
  /** What it is about: the primary, a replica or another sentinel. */
  readonly target: string
  readonly kind: 'master' | 'slave' | 'sentinel'
  /** Epoch of the event, where it has one. */
  readonly epoch?: number
  /** `+odown`: sentinels that agree, of `need`. */
  readonly have?: number
  readonly need?: number
  /** `+vote-for-leader`: for whom; `+config-update-from`: from whom. */
  readonly peer?: string
  /** `+switch-master`: the new primary. */
  readonly to?: string
}

/** What a sentinel tells the journal; `host` is that of the sentinel. */
export type SentinelEvent =
  | SentinelLogEvent
  /** From now on this sentinel names `primary` to a client that asks; `epoch` is the configuration epoch. */
  | { readonly type: 'belief'; readonly primary: string; readonly epoch: number }
