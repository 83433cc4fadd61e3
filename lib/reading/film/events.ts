import type { JournalEvent, Run } from '@/lib/sim/journal'

/** The events of one type; `EventOf` finds none where several types share a record. */
export type Having<E, T> = E extends { readonly type: infer U } ? (T extends U ? E & { readonly type: T } : never) : never

/** An event of type `T` and where it stands in the journal. */
export interface Found<T extends JournalEvent['type']> {
  readonly event: Having<JournalEvent, T>
  readonly index: number
}

type ByType = ReadonlyMap<string, readonly Found<JournalEvent['type']>[]>

// Many views ask the same journal for a few rare events: it is searched once.
const known = new WeakMap<Run, ByType>()

function byType(run: Run): ByType {
  const types = new Map<string, Found<JournalEvent['type']>[]>()
  run.events.forEach((event, index) => {
    const found = { event, index } as Found<JournalEvent['type']>
    const same = types.get(event.type)
    if (same) same.push(found)
    else types.set(event.type, [found])
  })
  known.set(run, types)
  return types
}

/** The events of some types with their indexes, in order. */
export function eventsOf<T extends JournalEvent['type']>(run: Run, ...types: readonly T[]): readonly Found<T>[] {
  const index = known.get(run) ?? byType(run)
  const found = types.flatMap((type) => index.get(type) ?? []) as unknown as readonly Found<T>[]
  return types.length > 1 ? found.toSorted((a, b) => a.index - b.index) : found
}
