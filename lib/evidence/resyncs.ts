import type { EventOf, JournalEvent } from '@/lib/sim/journal'

/** A replica got into step with a primary; `full`: by throwing its own data away. */
export interface Resync {
  readonly atMs: number
  readonly replica: string
  readonly primary: string
  readonly kind: 'full' | 'partial'
}

/** Every answer to PSYNC but the refused ones, in their order. */
export function resyncsOf(events: readonly JournalEvent[]): readonly Resync[] {
  return events
    .filter((event): event is EventOf<'psync'> => event.type === 'psync' && event.outcome !== 'refused')
    .map(({ at, replica, host: primary, outcome }) => ({
      atMs: at / 1000,
      replica,
      primary,
      kind: outcome === 'full' ? 'full' : 'partial',
    }))
}
