import { MYSQL_DEFAULTS } from '@/lib/sim/defaults-mysql'
import type { Scenario } from '@/lib/sim/scenario/scenario'

/** How many replicas have to acknowledge (Y11), and for how long a source waits for them, milliseconds (Y13). */
export const COUNT = 'rpl_semi_sync_source_wait_for_replica_count'
export const TIMEOUT = 'rpl_semi_sync_source_timeout'

/** Those of a server as it begins: by its configuration file, else by default. */
export function variablesOf(
  host: Scenario['hosts'][string] | undefined,
): Readonly<Record<typeof COUNT | typeof TIMEOUT, number>> {
  return { ...MYSQL_DEFAULTS, ...host?.mysql?.conf }
}
