import type { SymptomId } from '@/lib/content/symptoms'

/** What a reader sees, and what it comes to; `backticks` mark code. */
interface Told {
  /** In a few words; beside what a program printed, who prints it. */
  readonly sign: string
  readonly means: string
}

const told: Readonly<Record<SymptomId, Told>> = {
  noreplicas: {
    sign: 'to every write',
    means: 'The primary has not heard from enough replicas lately, and `min-replicas-to-write` makes it refuse. Reads go on.',
  },
  readonly: {
    sign: 'after a failover',
    means: 'The client is still connected to the old primary, which has become a replica.',
  },
  'two-primaries': {
    sign: 'Two servers say `role:master`',
    means: 'Split brain. Everything the old one accepts from now on will be lost.',
  },
  'gone-after-failover': {
    sign: 'A write was answered `OK`, and after a failover it is gone',
    means: 'It had not reached the replica that was promoted. How many such writes there will be can be calculated in advance.',
  },
  'wait-too-few': {
    sign: '`WAIT` returned 1, or 0',
    means: 'Fewer replicas than you asked for have the write. It was not undone, and may or may not survive.',
  },
  'all-empty': {
    sign: 'Primary and replicas are all empty after a restart',
    means: 'The primary came back without its data before anyone failed over, and the replicas copied that.',
  },
  'fatal-conf': {
    sign: 'at the start of `redis-server`',
    means: 'A line of `redis.conf` is no directive. Often it came along with a snippet.',
  },
  'not-elected': {
    sign: 'in the log of a sentinel',
    means: 'Enough sentinels agree that the primary is down; too few are left to elect the one that acts.',
  },
  'none-synced': {
    sign: 'from Redisson',
    means: 'No replica acknowledged the lock in time. Switching the check off can give the lock to two owners.',
  },
  'full-resync': {
    sign: 'in the log of a primary',
    means: 'A server that comes back has a history that this primary does not know. Its data is about to be replaced.',
  },
  'still-accepting': {
    sign: 'The network is back, and the old primary still takes writes',
    means: 'For about ten seconds more, until a sentinel demotes it. Those writes are lost, too.',
  },
  'lost-by-switching': {
    sign: 'A planned switch-over lost seconds of writes',
    means: '`SENTINEL FAILOVER` does not stop a healthy primary. There is an order of steps that loses nothing.',
  },
  'wrong-replica': {
    sign: '`WAIT` confirmed the write, and it is gone',
    means: 'Another replica was promoted than the one that had it.',
  },
  'lag-zero': {
    sign: '`lag=0`, and yet the replica is far behind',
    means: '`lag` is the age of the last acknowledgement. Compare offsets.',
  },
  unblocked: {
    sign: 'from `WAIT`',
    means: 'The server was demoted while you waited. Whether the write survives is open.',
  },
  'noreplicas-after-failover': {
    sign: 'Every write fails with `NOREPLICAS` right after a failover',
    means: 'The new primary has too few replicas yet. Usually it passes within a second.',
  },
  'counter-backwards': {
    sign: 'A counter went backwards',
    means: 'The last increments were not on the replica that was promoted.',
  },
  'job-twice': {
    sign: 'A job ran twice, or it vanished',
    means: 'Its answer was lost and it was retried; or the write that queued it was lost.',
  },
  'stale-read': {
    sign: 'A value just written can’t be read',
    means: 'The read went to a replica that is behind, or to an old primary.',
  },
  'semi-sync-off': {
    sign: 'in the log of a MySQL source',
    means:
      'Semi-sync has given up. Every client that was waiting has been told `OK`, and replication is asynchronous until a replica catches up.',
  },
  kubernetes: {
    sign: 'Two primaries after a pod was restarted',
    means: 'The pod came back as a primary under an address that the sentinels do not know.',
  },
}

/** Words of the page of symptoms. */
export const symptoms = {
  title: 'Symptoms',
  question: 'What do you see?',
  lede: 'An error, or something that should not be. Each leads to the section that explains it.',
  description:
    'NOREPLICAS, READONLY, FATAL CONFIG FILE ERROR, -failover-abort-not-elected, None of slaves were synced, two primaries, WAIT returned too few: what each means, and where it is explained.',
  all: 'All symptoms',
  told,
}
