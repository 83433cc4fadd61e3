import type { RedisConf } from '@/lib/sim/kinds/redis/conf'

// Values of each directive that make a difference within seconds.

/** Of those that make the gate. */
export const GATE_VALUES = {
  'min-replicas-to-write': ['0', '1', '2', '3'],
  'min-replicas-max-lag': ['0', '1', '2', '4'],
}

/** Of all else. */
export const SERVER_VALUES = {
  'replica-priority': ['0', '1', '10', '100'],
  'repl-ping-replica-period': ['1', '3', '10'],
  'repl-timeout': ['2', '5', '60'],
  'repl-backlog-size': ['1', '16kb', '1mb'],
  'repl-backlog-ttl': ['0', '1', '3600'],
  'repl-diskless-sync': ['yes', 'no'],
  'repl-diskless-sync-delay': ['0', '1', '5'],
  appendonly: ['yes', 'no', 'no'],
  appendfsync: ['always', 'everysec', 'no'],
  save: ['', '1 1', '3600 1'],
}

export const DIRECTIVE_VALUES: Readonly<Record<keyof RedisConf, readonly string[]>> = { ...GATE_VALUES, ...SERVER_VALUES }
