import type { JournalEvent } from '@/lib/sim/journal'

/**
 * Whom the living sentinels name at the end: the view with the highest configuration epoch. Without any, the server with
 * the role of a primary that was promoted last. Null when no server is a primary.
 */
export function finalPrimary(events: readonly JournalEvent[]): string | null {
  const record = new PrimaryOfRecord()
  for (const event of events) record.apply(event)
  return record.current()
}

interface Belief {
  readonly primary: string
  readonly epoch: number
}

/** Follows a journal, and says at any point of it who would be the final primary if it ended there. */
export class PrimaryOfRecord {
  private readonly beliefs = new Map<string, Belief>()
  private readonly deadSentinels = new Set<string>()
  /** Primaries by role, each with its place in the order of promotions; 0 for those that were never promoted. */
  private readonly promoted = new Map<string, number>()
  private promotions = 0

  apply(event: JournalEvent): void {
    switch (event.type) {
      case 'settled':
        for (const { host, primary } of event.sentinels) this.beliefs.set(host, { primary, epoch: 0 })
        for (const { host, role } of event.servers) if (role === 'primary') this.promoted.set(host, 0)
        break
      case 'belief':
        this.beliefs.set(event.host, { primary: event.primary, epoch: event.epoch })
        break
      case 'kill':
        if (event.process === 'sentinel') this.deadSentinels.add(event.host)
        break
      case 'start':
        if (event.process === 'sentinel') this.deadSentinels.delete(event.host)
        break
      case 'role':
        this.promotions += 1
        if (event.role === 'primary') this.promoted.set(event.host, this.promotions)
        else this.promoted.delete(event.host)
        break
      case 'boot':
        if (event.role === 'replica') this.promoted.delete(event.host)
        else if (!this.promoted.has(event.host)) this.promoted.set(event.host, 0)
        break
      default:
    }
  }

  current(): string | null {
    return this.named() ?? this.lastPromoted()
  }

  private named(): string | null {
    let best: Belief | null = null
    for (const [sentinel, belief] of this.beliefs) {
      if (!this.deadSentinels.has(sentinel) && (best === null || belief.epoch > best.epoch)) best = belief
    }
    return best?.primary ?? null
  }

  private lastPromoted(): string | null {
    let best: readonly [string, number] | null = null
    for (const entry of this.promoted) if (best === null || entry[1] > best[1]) best = entry
    return best?.[0] ?? null
  }
}
