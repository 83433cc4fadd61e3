import { useSyncExternalStore } from 'react'

// The heading in view. The table of contents finds it, the language switch carries it over; neither knows the other.
let place = ''
const listeners = new Set<() => void>()

/** Names the heading being read by its id; empty above the first. */
export function setReadingPlace(id: string): void {
  if (id === place) return
  place = id
  for (const listener of listeners) listener()
}

/** The id of the heading being read, or empty. */
export function useReadingPlace(): string {
  return useSyncExternalStore(
    subscribe,
    () => place,
    () => '',
  )
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
