import type { ConfOf, Directives } from '../directive'

/** The `sentinel` directives that the kernel models, one a row, without the word `sentinel` and the name `m`. Their defaults: R83. */
export const SENTINEL_DIRECTIVES = {
  /** Milliseconds (R91). */
  'down-after-milliseconds': { form: 'count', min: 1, default: 30_000 },
  /** Milliseconds (R107). */
  'failover-timeout': { form: 'count', min: 1, default: 180_000 },
  /** Replicas (R114). */
  'parallel-syncs': { form: 'count', min: 1, default: 1 },
  /** Milliseconds; 0 is off (R94). */
  'master-reboot-down-after-period': { form: 'count', default: 0 },
} as const satisfies Directives

export type SentinelConf = ConfOf<typeof SENTINEL_DIRECTIVES>
