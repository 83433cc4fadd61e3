import type { JournalEvent, Run } from '../journal'

/** The events of one type; `EventOf` finds none where several types share a record. */
export type Having<E, T> = E extends { readonly type: infer U } ? (T extends U ? E & { readonly type: T } : never) : never

/** An event of type `T` and where it stands in the journal. */
export interface Found<T extends JournalEvent['type']> {
  readonly event: Having<JournalEvent, T>
  readonly index: number
}

/** The events of some types with their indexes, in order. */
export function eventsOf<T extends JournalEvent['type']>(run: Run, ...types: readonly T[]): readonly Found<T>[] {
  const wanted: ReadonlySet<string> = new Set(types)
  return run.events.flatMap((event, index) =>
    wanted.has(event.type) ? [{ event: event as Having<JournalEvent, T>, index }] : [],
  )
}
