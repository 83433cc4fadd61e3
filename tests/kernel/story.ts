import type { EventOf, JournalEvent, Reply, SentinelEventName } from '@/lib/sim/journal'
import type { Run } from '@/lib/sim/outputs'

type Type = JournalEvent['type']
type Test<T extends Type> = Partial<EventOf<T>> | ((event: EventOf<T> & { readonly at: number }) => boolean)
type Found<T extends Type> = EventOf<T> & { readonly at: number }

/** A run as tests read it: find what the journal says. Times that go in are milliseconds; those of events stay microseconds. */
export class Story {
  constructor(readonly run: Run) {}

  /** All events of a type that match, in order. */
  all<T extends Type>(type: T, test: Test<T> = {}, fromMs = 0): readonly Found<T>[] {
    return this.run.events.filter(
      (event): event is Found<T> => event.type === type && event.at >= fromMs * 1000 && matches(event as Found<T>, test),
    )
  }

  /** The first such event; null when there is none. */
  maybe<T extends Type>(type: T, test: Test<T> = {}, fromMs = 0): Found<T> | null {
    return this.all<T>(type, test, fromMs)[0] ?? null
  }

  /** The first such event. */
  first<T extends Type>(type: T, test: Test<T> = {}, fromMs = 0): Found<T> {
    const event = this.maybe<T>(type, test, fromMs)
    if (event === null) throw new Error(`seed ${this.run.scenario.seed}: no ${type} ${describe(test)} from ${fromMs} ms on`)
    return event
  }

  /** The first event of that name in a sentinel's log, of any sentinel unless told. */
  log(event: SentinelEventName, test: Partial<EventOf<'sentinel'>> = {}, fromMs = 0): Found<'sentinel'> {
    return this.first('sentinel', { event, ...test }, fromMs)
  }

  logs(event: SentinelEventName, test: Partial<EventOf<'sentinel'>> = {}, fromMs = 0): readonly Found<'sentinel'>[] {
    return this.all('sentinel', { event, ...test }, fromMs)
  }

  /** What the commands that were typed brought back, in the order of the answers. */
  get replies(): readonly Reply[] {
    return this.all('reply').map(({ reply }) => reply)
  }
}

/** One field of `INFO replication`; null when it is not there. */
export function infoField(reply: Reply | undefined, field: string): string | null {
  const line = typeof reply === 'string' ? reply.split('\r\n').find((text) => text.startsWith(`${field}:`)) : undefined
  return line === undefined ? null : line.slice(field.length + 1)
}

/** Seconds between two events, or between a time in milliseconds and an event. */
export function seconds(from: { readonly at: number } | number, to: { readonly at: number }): number {
  return (to.at - (typeof from === 'number' ? from * 1000 : from.at)) / 1_000_000
}

function matches<T extends Type>(event: Found<T>, test: Test<T>): boolean {
  if (typeof test === 'function') return test(event)
  return Object.entries(test).every(([key, value]) => (event as Readonly<Record<string, unknown>>)[key] === value)
}

function describe(test: object): string {
  return typeof test === 'function' ? 'that passes' : JSON.stringify(test)
}
