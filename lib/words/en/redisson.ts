import type { Count, Granted, RedissonRow } from '@/lib/redisson-versions'

/** The table of Redisson's releases. */
export const redisson = {
  head: ['From', 'Waits for', 'One of two replicas confirms', 'No replica confirms', 'A renewal that no replica confirms'],
  since: { first: 'the beginning', version: (version: string) => version },
  count: {
    none: 'nobody',
    list: 'its own list of replicas',
    asked: 'connected_slaves, asked each time',
    kept: 'connected_slaves, asked once and kept',
  } satisfies Record<Count, string>,
  granted: {
    granted: 'granted',
    stuck: 'exception; the key stays for 30\u00a0s',
    undone: 'undone, exception',
    retried: 'undone, tried again',
  } satisfies Record<Granted, string>,
  watchdog: {
    ends: 'was the last one',
    'goes-on': 'is followed by the next',
  } satisfies Record<RedissonRow['watchdog'], string>,
}
