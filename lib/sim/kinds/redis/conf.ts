import type { ConfOf, Directives } from '../directive'

/** The directives of `redis.conf` that the kernel models, one a row. */
export const REDIS_DIRECTIVES = {
  /** Replicas (R51). */
  'min-replicas-to-write': { form: 'count', default: 0 },
  /** Seconds (R50); 0 switches the gate off (R51). */
  'min-replicas-max-lag': { form: 'count', default: 10 },
  /** The lowest is promoted first, 0 never (R108). */
  'replica-priority': { form: 'count', default: 100 },
  /** Seconds (R19). */
  'repl-ping-replica-period': { form: 'count', min: 1, default: 10 },
  /** Seconds (R21). */
  'repl-timeout': { form: 'count', min: 1, default: 60 },
  /** Bytes (R25). */
  'repl-backlog-size': { form: 'size', default: 1_048_576 },
  /** Seconds; 0 never frees it (R27). */
  'repl-backlog-ttl': { form: 'count', default: 3600 },
  /** Whether a full resync goes over the socket or from disk (R39). */
  'repl-diskless-sync': { form: 'yes-no', default: 'yes' },
  /** Seconds (R39). */
  'repl-diskless-sync-delay': { form: 'count', default: 5, comment: null },
  /** Whether there is an AOF (R73). */
  appendonly: { form: 'yes-no', default: 'no', comment: null },
  /** When what is in the AOF is put on the disk (R74). */
  appendfsync: { form: 'fsync', default: 'everysec', comment: null },
  /** `"3600 1 300 100"`: after 3600 s with one change, after 300 s with 100 (R75); `""` switches snapshots off. */
  save: { form: 'save-points', default: '3600 1 300 100 60 10000', comment: null },
} as const satisfies Directives

export type RedisConf = ConfOf<typeof REDIS_DIRECTIVES>
