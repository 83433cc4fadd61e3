import type { JournalEvent, NetworkEvent, NetworkEvents, NetworkVerb } from '@/lib/sim/journal'
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

/** What is said to people of what was done to the network: what the journal says. */
export type NetworkNote = { readonly [V in NetworkVerb]: { readonly code: V } & Omit<NetworkEvents[V], 'type'> }[NetworkVerb]

export function networkNote<E extends JournalEvent & NetworkEvent>({ at: _at, by: _by, host: _host, type: code, ...said }: E) {
  // That a verb goes with what is said of it is lost where any of them is meant.
  return { code, ...said } as unknown as Extract<NetworkNote, { readonly code: E['type'] }>
}

/** A view that makes the same of all that is done to the network: every other event has a row. */
export type RowsBesideNetwork<Result> = Omit<Rows<[], Result>, NetworkEvent['type']>

/** What such a view makes of an event. */
export function madeOf<Result>(
  rows: RowsBesideNetwork<Result>,
  ofNetwork: (event: JournalEvent & NetworkEvent) => Result,
  event: JournalEvent,
): Result {
  return hasNoRow(rows, event) ? ofNetwork(event) : rowOf<[], Result>(rows as Rows<[], Result>, event)(event)
}

function hasNoRow<Result>(rows: RowsBesideNetwork<Result>, event: JournalEvent): event is JournalEvent & NetworkEvent {
  return !Object.hasOwn(rows, event.type)
}

/** An event of type `T` and where it stands in the journal. */
export interface Found<T extends EventType> {
  readonly event: Having<JournalEvent, T>
  readonly index: number
}

/** Where the events of each type stand in a journal, and those that somebody has asked for. */
interface ByType {
  readonly places: ReadonlyMap<EventType, readonly number[]>
  readonly found: Map<EventType, readonly Found<EventType>[]>
}

// Many views ask the same journal for a few rare events: it is searched once, and nothing is made of those that nobody asks for.
const known = new WeakMap<Run, ByType>()

function byType(run: Run): ByType {
  const places = new Map<EventType, number[]>()
  let index = 0
  for (const { type } of run.events) {
    const same = places.get(type)
    if (same) same.push(index)
    else places.set(type, [index])
    index += 1
  }
  const types = { places, found: new Map() }
  known.set(run, types)
  return types
}

function ofType(run: Run, { places, found }: ByType, type: EventType): readonly Found<EventType>[] {
  const same =
    found.get(type) ?? (places.get(type) ?? []).map((index) => ({ event: run.events[index], index }) as Found<EventType>)
  found.set(type, same)
  return same
}

/** The events of some types with their indexes, in order. */
export function eventsOf<T extends EventType>(run: Run, ...types: readonly T[]): readonly Found<T>[] {
  const index = known.get(run) ?? byType(run)
  const [only] = types
  const found =
    types.length === 1 && only !== undefined ? ofType(run, index, only) : types.flatMap((type) => ofType(run, index, type))
  return (types.length > 1 ? found.toSorted((a, b) => a.index - b.index) : found) as unknown as readonly Found<T>[]
}

/** The events that have a row, in order: for rows of events that are rare. */
export function eventsWith<Rest extends readonly unknown[], Result>(
  run: Run,
  rows: Partial<Rows<Rest, Result>>,
): readonly Found<EventType>[] {
  return eventsOf(run, ...(Object.keys(rows) as EventType[]))
}
