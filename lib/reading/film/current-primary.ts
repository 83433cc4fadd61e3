import type { JournalEvent } from '@/lib/sim/journal'
import { PrimaryOfRecord } from '../verdict/final-primary'

/** Follows a journal, and says at any point of it whose data count: the primary of record, or the server that is about to be named so. */
export class CurrentPrimary {
  readonly #record = new PrimaryOfRecord()
  /** Promoted by a sentinel that has not named it yet, and will in a moment. */
  #promised: string | null = null

  read(event: JournalEvent): void {
    this.#record.apply(event)
    if (event.type === 'role' && event.role === 'primary' && event.orderedBy === 'sentinel') this.#promised = event.host
    else if (endsPromise(event, this.#promised)) this.#promised = null
  }

  get server(): string | null {
    return this.#promised ?? this.#record.current()
  }
}

/** Whether the promoted server is named now, or never will be. */
function endsPromise(event: JournalEvent, promised: string | null): boolean {
  if (event.type === 'belief') return event.primary === promised
  if (event.type === 'sentinel') return event.event.startsWith('-failover-abort')
  if (event.type === 'role') return event.host === promised
  return event.type === 'kill' && event.process === 'redis' && event.host === promised
}
