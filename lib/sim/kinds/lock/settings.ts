import { type Micros, micros } from '../../core/time'
import type { LockSpec } from './spec'

/** `lockWatchdogTimeout` (L17). */
const WATCHDOG_MS = 30_000

/** The lease of a grant: the one asked for, or the watchdog's (L17). */
export function leaseOf({ leaseMs, conf }: LockSpec): Micros {
  return micros(leaseMs ?? conf?.lockWatchdogTimeout ?? WATCHDOG_MS)
}
