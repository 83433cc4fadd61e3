import type { Subject } from '@/lib/evidence/subjects'

interface SubjectWords {
  readonly title: string
  /** What its scenarios are about, in a sentence or two. */
  readonly about: string
}

/** What real servers were asked about, a page each. */
export const subjects: Readonly<Record<Subject, SubjectWords>> = {
  crash: {
    title: 'The primary crashes',
    about: 'The primary is killed and a replica is promoted. What was still on its way to that replica is lost.',
  },
  partition: {
    title: 'The network splits, and old primaries come back',
    about:
      'A primary that is cut off keeps answering OK. Once it is back it is demoted, and what it accepted in the meantime is erased.',
  },
  gate: {
    title: 'The gate: min-replicas-to-write',
    about:
      'With min-replicas-to-write a primary refuses writes when it has heard from too few replicas lately. When this gate shuts, when it does not, and which writes pass before it does.',
  },
  wait: {
    title: 'WAIT',
    about: 'What WAIT returns while replicas are slow, frozen or cut off, and whether the write is still there after a failover.',
  },
  election: {
    title: 'Enough sentinels, or not',
    about:
      'A failover needs the votes of a majority of all sentinels, dead ones included, and of no fewer than the quorum. Which clusters have enough, and which do not.',
  },
  promotion: {
    title: 'Who is promoted, and who follows',
    about:
      'Priority comes before offset, so a replica that is behind may be promoted. The others then follow it, one by one or several at a time.',
  },
  switch: {
    title: 'Failover by hand',
    about: 'Failovers started by an operator, with SENTINEL FAILOVER or FAILOVER, while clients keep writing.',
  },
  return: {
    title: 'Restarts and resyncs',
    about:
      'A server restarts, with its data or without, or a link breaks for a moment. What is left, and whether the resync is full or partial.',
  },
  disks: {
    title: 'Disks and power',
    about:
      'A machine loses its power, or all of them do, and comes back with what its disk had. What an fsync, WAIT and WAITAOF had promised, and what is there.',
  },
  semisync: {
    title: 'MySQL semi-sync',
    about:
      'A MySQL source waits until a replica has a transaction in its relay log, or until the time-out. What its client is told, what other sessions see meanwhile, and what is left once a replica is promoted.',
  },
  mysql: {
    title: 'MySQL: what an operator types',
    about:
      'Statements on a MySQL server while clients write: read_only and super_read_only, and KILL of a client whose commit waits.',
  },
  locks: {
    title: 'Locks',
    about:
      'Clients that take a lock on a primary with two replicas: SET NX, and what Redisson sends. Who gets the lock, how long it is good for, and whether two clients own it at once.',
  },
  redlock: {
    title: 'RedLock and multi locks',
    about:
      'A lock on several independent servers: RedLock as specified, the npm package redlock unchanged, and what RedissonMultiLock and RedissonRedLock send.',
  },
  clients: {
    title: 'What clients do',
    about: 'Clients with a fixed address, clients that send again what was not answered, and clients that read from a replica.',
  },
}

/** Of the page of a subject, where it is named among others. */
export const subjectPage = (title: string): string => `${title}: real servers and simulation`
