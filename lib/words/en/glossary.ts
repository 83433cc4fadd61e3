import type { TermGroup, TermId } from '@/lib/content/terms'

/** A term as the glossary has it, and as it explains itself in an article. */
export interface Entry {
  readonly name: string
  /** Old names, and what else it is called. */
  readonly also?: string
  /** In a sentence or two that can stand alone; `backticks` mark code. */
  readonly text: string
}

const entries: Readonly<Record<TermId, Entry>> = {
  primary: {
    name: 'primary',
    also: 'formerly master; in `INFO` still `role:master`',
    text: 'The server that takes the writes. It sends every write that it has executed to its replicas.',
  },
  replica: {
    name: 'replica',
    also: 'formerly slave; in `INFO` still `role:slave`',
    text: 'A server that copies what its primary executes, a moment later. It answers reads, and refuses writes with `READONLY`.',
  },
  sentinel: {
    name: 'sentinel',
    text: 'A process that watches a primary and its replicas. When enough sentinels agree that the primary is down, one of them makes a replica the new primary. Clients ask sentinels where the primary is.',
  },
  cluster: {
    name: 'Redis Cluster',
    text: 'Redis with the keys spread over several primaries, which watch each other: they need no sentinels. A primary that can’t reach most of the others stops taking writes by itself.',
  },
  gate: {
    name: 'gate',
    also: 'our word for the check of `min-replicas-to-write`',
    text: 'Before each write a primary counts the replicas that it has heard from lately. If there are too few, the gate is shut and the write is refused with `NOREPLICAS`.',
  },
  seed: {
    name: 'seed',
    text: 'The number from which a simulation draws all its chance, such as when each timer first fires. The same seed gives the same run; another seed, another possible one.',
  },
  failover: {
    name: 'failover',
    text: 'A replica becomes the primary because the sentinels consider the old primary dead. Writes that the replica had not received by then are lost.',
  },
  'switch-over': {
    name: 'switch-over',
    also: 'planned or manual failover',
    text: 'A replica becomes the primary because somebody wants it, for maintenance. The old primary is healthy, so without care it goes on taking writes that will be lost.',
  },
  promotion: {
    name: 'promotion and demotion',
    text: 'Promotion makes a replica a primary (`REPLICAOF NO ONE`). Demotion makes a primary a replica of another server: it then throws its own data away.',
  },
  'split-brain': {
    name: 'split brain',
    text: 'Two servers believe they are the primary at the same time, and both answer `OK`. What the old one accepts is lost once it is demoted.',
  },
  partition: {
    name: 'network partition',
    also: 'a cut',
    text: 'Two parts of a network can’t reach each other, while each goes on working. Nothing has crashed, and no connection need have closed.',
  },
  frozen: {
    name: 'frozen process',
    also: 'a pause; `SIGSTOP`',
    text: 'A process that does nothing for a while: swapped out, stopped, or in a virtual machine that is paused. It does not notice, and goes on afterwards as if no time had passed.',
  },
  quorum: {
    name: 'quorum',
    text: 'How many sentinels must agree before a primary counts as down. It is not the majority: the failover itself also needs votes from more than half of all sentinels.',
  },
  majority: {
    name: 'majority and minority',
    text: 'More than half of all sentinels that were ever known, the dead ones included, and the rest. Only a majority can fail over. So after a partition at most one side can.',
  },
  'subjectively-down': {
    name: 'subjectively down',
    also: '`SDOWN`, `+sdown`',
    text: 'One sentinel has had no valid answer from a server for `down-after-milliseconds`. That is its own opinion, and leads to nothing yet.',
  },
  'objectively-down': {
    name: 'objectively down',
    also: '`ODOWN`, `+odown`',
    text: 'As many sentinels as the quorum asks for consider the primary down. Only now does an election begin.',
  },
  leader: {
    name: 'leader election',
    text: 'Before a failover one sentinel must be elected to carry it out. It needs the votes of a majority of all sentinels, and of at least `quorum` of them.',
  },
  epoch: {
    name: 'epoch',
    text: 'A number that grows with every election. Of two configurations that sentinels tell each other, the one with the higher epoch wins; each sentinel votes once in an epoch.',
  },
  'down-after': {
    name: 'down-after-milliseconds',
    text: 'How long a server may be silent before a sentinel considers it down: 30 seconds unless set. Shorter means a quicker failover, and more that were not needed.',
  },
  'replica-priority': {
    name: 'replica-priority',
    also: 'formerly `slave-priority`',
    text: 'Which replica is promoted first: the lowest number, whatever its data. Only between equal numbers does the larger offset decide; 0 means never.',
  },
  fencing: {
    name: 'fencing',
    text: 'Making sure that an old primary, or an old owner of a lock, can’t change anything any more. In Redis only the old primary’s own gate does it, some seconds late.',
  },
  'asynchronous-replication': {
    name: 'asynchronous replication',
    text: 'The primary answers the client without waiting for a replica. Redis replicates in no other way; `WAIT` lets a client wait afterwards.',
  },
  acknowledged: {
    name: 'acknowledged write',
    text: 'A write that the client has read `OK` for. One server has it in memory; that says nothing about replicas or disks.',
  },
  ack: {
    name: 'acknowledgement (ACK)',
    also: '`REPLCONF ACK`',
    text: 'A replica’s message to its primary, once a second: the offset up to which it has executed the stream. It is about the past, and comes however far behind the replica is.',
  },
  'lost-write': {
    name: 'lost write',
    text: 'A write that was answered `OK` and that the final primary does not have. A refused write is not lost: the client was told.',
  },
  'in-flight': {
    name: 'in flight',
    text: 'Sent, but not yet arrived: in a buffer, on the wire, or in a socket that nobody has read. What is in flight when its sender’s host dies is gone.',
  },
  offset: {
    name: 'replication offset',
    text: 'A server’s position in the replication stream, in bytes. The primary’s offset minus that of a replica is how far behind the replica is.',
  },
  'replication-id': {
    name: 'replication ID',
    also: '`master_replid`, `master_replid2`',
    text: 'The name of a history of writes. A promoted replica begins a new one, and remembers the old one up to the offset at which it was promoted.',
  },
  'run-id': {
    name: 'run ID',
    also: '`run_id`',
    text: 'A random name that a server takes each time it starts. Between replicas of equal priority and offset, sentinels promote the one with the smallest run ID.',
  },
  psync: {
    name: 'PSYNC',
    text: 'The command with which a replica asks its primary to go on from a replication ID and an offset. The primary answers with a partial or a full resync.',
  },
  'full-resync': {
    name: 'full resync',
    text: 'A replica throws its data away and receives a copy of all that its primary has. An old primary that comes back does this, and loses what only it had.',
  },
  'partial-resync': {
    name: 'partial resync',
    text: 'A replica receives only what it missed. It can if it is on the same history, not past the point where that ended, and its offset is still in the backlog.',
  },
  backlog: {
    name: 'replication backlog',
    also: '`repl-backlog-size`',
    text: 'The last stretch of the replication stream, kept by a primary for replicas that come back: 1 MB unless set. It is shared; each replica’s output buffer is another thing.',
  },
  'output-buffer': {
    name: 'output buffer',
    also: '`client-output-buffer-limit`',
    text: 'What a server still has to send to one client or replica. For a replica it may hold 256 MB, or 64 MB for a minute; then the primary closes the connection.',
  },
  'replication-delay': {
    name: 'replication delay',
    text: 'How long it takes from the primary’s answer until a replica has executed the write. Times the write rate, it is what a crash costs.',
  },
  lag: {
    name: 'lag, as INFO has it',
    text: 'The seconds since a replica’s last ACK, as the primary counts them. It says that the replica is alive. How far behind it is, only the offsets say.',
  },
  'min-replicas-to-write': {
    name: 'min-replicas-to-write',
    also: 'formerly `min-slaves-to-write`',
    text: 'How many good replicas a primary must have to accept a write; 0, the default, asks for none. It looks at past ACKs and never waits for the write.',
  },
  'max-lag': {
    name: 'min-replicas-max-lag',
    also: 'formerly `min-slaves-max-lag`',
    text: 'How old, in whole seconds, the last ACK of a replica may be for the replica to count as good. It measures silence, and says nothing about how far behind the data is.',
  },
  wait: {
    name: 'WAIT',
    text: 'A command that blocks one connection until so many replicas have executed that connection’s writes, or a time-out ends. It returns how many have; it undoes nothing.',
  },
  waitaof: {
    name: 'WAITAOF',
    also: 'since Redis 7.2',
    text: 'Like `WAIT`, but counts the servers that have flushed the writes to their append-only file on disk, the primary itself and its replicas apart.',
  },
  'semi-sync': {
    name: 'semi-synchronous replication',
    also: 'MySQL',
    text: 'The source waits until a replica has received a transaction before it answers the client. If none confirms in time, it commits all the same and goes on asynchronously.',
  },
  'after-sync': {
    name: 'AFTER_SYNC',
    also: 'lossless semi-sync; MySQL',
    text: 'The source waits for the replica before it commits. Nobody can see the row on the source until a replica has it.',
  },
  'after-commit': {
    name: 'AFTER_COMMIT',
    also: 'MySQL',
    text: 'The source commits, then waits for the replica. Other sessions see the row meanwhile; if the source dies, it can be gone again.',
  },
  persistence: {
    name: 'persistence',
    text: 'What a server writes to its own disk, to have it after a restart. It helps the server that stays primary; after a failover nobody asks the old primary’s disk.',
  },
  aof: {
    name: 'append-only file (AOF)',
    also: '`appendonly`',
    text: 'A log of every write, on disk. `appendfsync` says how often it is flushed: after each turn of the event loop, once a second, or when the operating system decides.',
  },
  rdb: {
    name: 'RDB',
    also: 'snapshot; `save`',
    text: 'A file with all data as it was at one moment. A restart from it loses what came after that moment.',
  },
  fsync: {
    name: 'fsync',
    text: 'The call that makes the system put written data on the disk. Without it, what a process wrote survives the death of the process, but not a power cut.',
  },
  rollback: {
    name: 'rollback',
    text: 'Undoing what was done. Neither `WAIT` nor semi-sync undoes a write that too few replicas confirmed; and an old primary’s writes are not rolled back but thrown away.',
  },
  'strong-consistency': {
    name: 'strong consistency',
    also: 'linearizability',
    text: 'Once a write is answered, every later read by anyone sees it or something newer. Redis does not promise this in any setting.',
  },
  consensus: {
    name: 'consensus',
    also: 'Raft, Paxos',
    text: 'Several servers agree on one order of writes, and acknowledge a write only when a majority has it. So no single server’s death can take it back.',
  },
  'rpo-rto': {
    name: 'RPO and RTO',
    text: 'How much data an outage may cost (recovery point objective) and how long it may last (recovery time objective).',
  },
  'stale-read': {
    name: 'stale read',
    text: 'A read that returns an older value than the last acknowledged one: from a replica that is behind, or from an old primary that nobody has demoted yet.',
  },
  'read-your-writes': {
    name: 'read-your-writes',
    text: 'A client that has written a value reads it back, never an older one. A replica does not promise it.',
  },
  idempotent: {
    name: 'idempotent',
    text: 'Safe to do twice: the second time changes nothing. `SET` of a whole value is; `INCR` and `LPUSH` are not.',
  },
  'distributed-lock': {
    name: 'distributed lock',
    text: 'A key that says who may work on something. Its owner can lose it without noticing: when its time runs out, or when a failover loses the key.',
  },
  lease: {
    name: 'lease and watchdog',
    text: 'A lock that ends by itself after a time. A watchdog is a thread of the owner that prolongs it while the work goes on.',
  },
  redlock: {
    name: 'RedLock',
    text: 'A lock that is held on most of several independent primaries. It needs no replication; it does need clocks that run alike, and a delay before a crashed server returns.',
  },
  'fencing-token': {
    name: 'fencing token',
    text: 'A number that grows with every owner of a lock. The resource remembers the highest that it has seen and refuses lower ones, so a late owner can do no harm.',
  },
}

/** Words of the glossary. */
export const glossary = {
  title: 'Glossary',
  lede: 'What the words of this site mean, with their old names. Each has an address of its own.',
  description:
    'Primary and replica (master and slave), split brain, quorum, offset, PSYNC, min-replicas-to-write, WAIT, semi-sync, RedLock, fencing token: what each term means, in a sentence or two.',
  groups: {
    roles: 'Who takes part',
    switching: 'Failover and split brain',
    replication: 'Replication',
    guarantees: 'Settings and guarantees',
    clients: 'Clients and locks',
  } satisfies Readonly<Record<TermGroup, string>>,
  entries,
}
