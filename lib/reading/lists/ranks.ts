import type { JournalEvent } from '@/lib/sim/journal'

/**
 * What an event is to the log. `traffic`: one of the many messages of the writes; `silent`: says nothing that a line of another event does
 * not say better.
 */
export type Rank = 'notable' | 'traffic' | 'silent'

/** Those that are not notable. */
const RANKS: Readonly<Partial<Record<JournalEvent['type'], Rank>>> = {
  ack: 'traffic',
  fsync: 'traffic',
  execute: 'traffic',
  apply: 'traffic',
  send: 'traffic',
  answer: 'traffic',
  'wait-answer': 'traffic',
  'binlog-written': 'traffic',
  'binlog-synced': 'traffic',
  'engine-commit': 'traffic',
  'relay-written': 'traffic',
  applied: 'traffic',
  'ack-received': 'traffic',
  'wait-start': 'traffic',
  'wait-end': 'traffic',
  'lock-try': 'traffic',
  'lock-refused': 'traffic',
  'lock-renewed': 'traffic',
  'lock-key': 'traffic',
  header: 'silent',
  unchanged: 'silent',
  aof: 'silent',
  'config-saved': 'silent',
}

export function rankOf(event: JournalEvent): Rank {
  // Of the states of a link Redis writes of one.
  if (event.type === 'link' && event.state !== 'connecting') return 'silent'
  return RANKS[event.type] ?? 'notable'
}
