import type { JournalEvent } from '@/lib/sim/journal'
import type { Run } from '@/lib/sim/outputs'

type EventType = JournalEvent['type']

/** The events of one type; `EventOf` finds none where several types share a record. */
export type Having<E, T> = E extends { readonly type: infer U } ? (T extends U ? E & { readonly type: T } : never) : never

/**
 * A view as rows: what it makes of each event, with whatever else it folds into. A view that must know every event is `satisfies Rows`, so
 * that the compiler names one that has no row; for one that most events do not change, `Partial<Rows>` will do.
 */
export type Rows<Rest extends readonly unknown[], Result> = {
  readonly [T in EventType]: (event: Having<JournalEvent, T>, ...rest: Rest) => Result
}

/** The row of an event, which takes that event. */
export function rowOf<Rest extends readonly unknown[], Result>(
  rows: Rows<Rest, Result>,
  event: JournalEvent,
): (event: JournalEvent, ...rest: Rest) => Result
export function rowOf<Rest extends readonly unknown[], Result>(
  rows: Partial<Rows<Rest, Result>>,
  event: JournalEvent,
): ((event: JournalEvent, ...rest: Rest) => Result) | undefined
export function rowOf<Rest extends readonly unknown[], Result>(
  rows: Partial<Rows<Rest, Result>>,
  { type }: JournalEvent,
): ((event: JournalEvent, ...rest: Rest) => Result) | undefined {
  return rows[type] as ((event: JournalEvent, ...rest: Rest) => Result) | undefined
}

/** An event of type `T` and where it stands in the journal. */
export interface Found<T extends EventType> {
  readonly event: Having<JournalEvent, T>
  readonly index: number
}

type ByType = ReadonlyMap<string, readonly Found<EventType>[]>

// Many views ask the same journal for a few rare events: it is searched once.
const known = new WeakMap<Run, ByType>()

function byType(run: Run): ByType {
  const types = new Map<string, Found<EventType>[]>()
  run.events.forEach((event, index) => {
    const found = { event, index } as Found<EventType>
    const same = types.get(event.type)
    if (same) same.push(found)
    else types.set(event.type, [found])
  })
  known.set(run, types)
  return types
}

/** The events of some types with their indexes, in order. */
export function eventsOf<T extends EventType>(run: Run, ...types: readonly T[]): readonly Found<T>[] {
  const index = known.get(run) ?? byType(run)
  const found = types.flatMap((type) => index.get(type) ?? []) as unknown as readonly Found<T>[]
  return types.length > 1 ? found.toSorted((a, b) => a.index - b.index) : found
}

/** The events that have a row, in order: for rows of events that are rare. */
export function eventsWith<Rest extends readonly unknown[], Result>(
  run: Run,
  rows: Partial<Rows<Rest, Result>>,
): readonly Found<EventType>[] {
  return eventsOf(run, ...(Object.keys(rows) as EventType[]))
}
