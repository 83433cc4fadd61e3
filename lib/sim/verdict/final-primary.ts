import type { JournalEvent } from '../journal'

/**
 * Whom the living sentinels name at the end: the view with the highest configuration epoch. Without any, the server with
 * the role of a primary that was promoted last. Null when no server is a primary.
 */
export function finalPrimary(events: readonly JournalEvent[]): string | null {
  return namedBySentinels(events) ?? lastPromoted(events)
}

function namedBySentinels(events: readonly JournalEvent[]): string | null {
  const beliefs = new Map<string, { readonly primary: string; readonly epoch: number }>()
  const dead = new Set<string>()
  for (const event of events) {
    if (event.type === 'settled') {
      for (const { host, primary } of event.sentinels) beliefs.set(host, { primary, epoch: 0 })
    } else if (event.type === 'belief') {
      beliefs.set(event.sentinel, { primary: event.primary, epoch: event.epoch })
    } else if (event.type === 'kill' && event.process === 'sentinel') {
      dead.add(event.host)
    } else if (event.type === 'start' && event.process === 'sentinel') {
      dead.delete(event.host)
    }
  }
  let best: { readonly primary: string; readonly epoch: number } | null = null
  for (const [sentinel, belief] of beliefs) {
    if (!dead.has(sentinel) && (best === null || belief.epoch > best.epoch)) best = belief
  }
  return best?.primary ?? null
}

function lastPromoted(events: readonly JournalEvent[]): string | null {
  const promoted = new Map<string, number>()
  for (const [index, event] of events.entries()) {
    if (event.type === 'settled') {
      for (const { host, role } of event.servers) if (role === 'primary') promoted.set(host, -1)
    } else if (event.type === 'role') {
      if (event.role === 'primary') promoted.set(event.server, index)
      else promoted.delete(event.server)
    } else if (event.type === 'boot') {
      if (event.role === 'replica') promoted.delete(event.server)
      else if (!promoted.has(event.server)) promoted.set(event.server, -1)
    }
  }
  let best: readonly [string, number] | null = null
  for (const entry of promoted) if (best === null || entry[1] > best[1]) best = entry
  return best?.[0] ?? null
}
