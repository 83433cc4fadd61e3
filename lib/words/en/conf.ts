import type { ConfComment } from '@/lib/conf/write'

const comments: Record<ConfComment, string> = {
  defaults: 'Nothing set: every directive at its default.',
  'min-replicas-to-write': 'Checked before each write. It does not wait for this write.',
  'min-replicas-max-lag': 'Seconds since a replica last sent its ACK, not how far behind it is.',
  'replica-priority': 'Lowest first, whatever data it has; 0 is never promoted.',
  'repl-ping-replica-period': 'Seconds between the pings in the replication stream.',
  'repl-timeout': 'Seconds of silence after which a replication link is dropped.',
  'repl-backlog-size': 'How much of the stream is kept for a replica that reconnects.',
  'repl-backlog-ttl': 'Seconds without a replica after which the backlog is freed; 0 keeps it.',
  'repl-diskless-sync': 'Full resync over the socket, after a wait for further replicas.',
  aof: 'Survives the death of the process. Does not survive a failover.',
  snapshots: 'A crash goes back to the last snapshot: seconds, changes, …',
  'no-persistence': 'Nothing on disk: this server restarts empty.',
  hostnames: 'Hosts by name, as in the demo. With IP addresses, leave it out.',
  quorum: 'Last number: sentinels that must agree that it is down.',
  'down-after-milliseconds': 'Milliseconds of silence until this sentinel takes a server for down.',
  'failover-timeout': 'A failed attempt is followed by the next one after twice this, in ms.',
  'parallel-syncs': 'Replicas moved to the new primary at the same time.',
  'master-reboot-down-after-period': 'Milliseconds after a restart of the primary until it counts as down.',
}

/** Words of the configuration snippets. */
export const conf = {
  comments,
  scope: {
    servers: 'every node that may become primary',
    sentinels: 'every sentinel',
    host: (host: string) => `on ${host}`,
  },
}
