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
      'A primary that is cut off goes on answering OK. Once it is back it is demoted, and what it took meanwhile is thrown away.',
  },
  gate: {
    title: 'The gate: min-replicas-to-write',
    about:
      'With min-replicas-to-write a primary refuses writes when too few replicas have been heard of lately: when the gate closes, when it does not, and what passes until then.',
  },
  wait: {
    title: 'WAIT',
    about: 'What WAIT returns while replicas are slow, frozen or cut off, and whether the write is still there after a failover.',
  },
  election: {
    title: 'Enough sentinels, or not',
    about:
      'A failover needs the votes of a majority of all sentinels, dead ones included, and of no fewer than the quorum. Which clusters have them, and which do not.',
  },
  promotion: {
    title: 'Who is promoted, and who follows',
    about:
      'Priority comes before offset, so a replica that is behind may be promoted; and the others follow it one by one, or several at a time.',
  },
  switch: {
    title: 'Failover by hand',
    about: 'Failovers that somebody asks for, with SENTINEL FAILOVER or with FAILOVER, while clients go on writing.',
  },
  return: {
    title: 'Restarts and resyncs',
    about:
      'A server restarts, with its data or without, or a link breaks for a moment: what is left, and whether the resync is full or partial.',
  },
}

/** Of the page of a subject, where it is named among others. */
export const subjectPage = (title: string): string => `${title}: real servers and simulation`
