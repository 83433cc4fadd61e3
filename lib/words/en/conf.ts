import type { ConfComment } from '@/lib/conf/write'

const comments: Record<ConfComment, string> = {
  defaults: 'Nothing set: every directive at its default.',
  'min-replicas-to-write': 'Checked before each write. It does not wait for this write.',
  'min-replicas-max-lag': 'Seconds since a replica last sent its ACK, not how far behind it is.',
  'replica-priority': 'The lowest is promoted first, whatever data it has; 0 never is.',
  'repl-ping-replica-period': 'Seconds between the pings in the replication stream.',
  'repl-timeout': 'Seconds of silence after which a replication link is dropped.',
  'repl-backlog-size': 'How much of the stream is kept for a replica that reconnects.',
  'repl-backlog-ttl': 'Seconds without a replica after which the backlog is freed; 0 keeps it.',
  'repl-diskless-sync': 'Full resync over the socket, after a pause for other replicas to join.',
  aof: 'Data survives a crash of the process, but not a failover.',
  appendfsync: 'Each OK waits until this write is on the disk of this server.',
  snapshots: 'A restart loads the last snapshot: seconds, changes, …',
  'no-persistence': 'Nothing on disk: this server restarts empty.',
  hostnames: 'Hosts by name, as in the demo. With IP addresses, leave it out.',
  quorum: 'Last number, the quorum: sentinels that must agree it is down.',
  'down-after-milliseconds': 'Milliseconds of silence until this sentinel considers a server down.',
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
