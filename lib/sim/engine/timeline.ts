import type { JournalEvent } from '../journal'
import type { Scenario } from '../scenario/scenario'
import type { Connection, END_OF_STREAM, Side, Waiting } from './connection'
import type { Slot } from './process'
import { EventQueue, type Scheduled } from './queue'
import { RandomStream } from './random'
import type { Micros } from './time'

export type EntryKind =
  | 'timer'
  | 'delivery'
  | 'retransmission'
  | 'attempt'
  | 'arrival'
  | 'established'
  | 'refused'
  | 'reset'
  | 'action'

/** One entry of the event queue. One shape for all kinds keeps the hot loop monomorphic. */
export interface Entry<M> extends Scheduled {
  kind: EntryKind
  /** Whose timer it is. */
  slot: Slot<M> | null
  /** Which connection, and which direction of it: that of the side that sends. */
  connection: Connection<M> | null
  side: Side
  /** Of the direction, or the incarnation of the process; the entry is void when it has changed. */
  generation: number
  /** Of the timer. */
  name: string
  /** Of the timer, or the number of the action. */
  argument: number
  /** What a delivery brings: one message, */
  message: M | typeof END_OF_STREAM | null
  /** or all that a retransmission has brought at once. */
  batch: Waiting<M> | null
}

/** Virtual time: what happens next, and the journal of what has happened. */
export abstract class Timeline<M> {
  now: Micros = 0
  /** What the journal is told as the cause of the next event. */
  readonly cause: number | null = null
  /** Entries taken from the queue so far. */
  dispatched = 0
  protected readonly queue = new EventQueue<Entry<M>>()
  private sequence = 0

  constructor(
    protected readonly scenario: Scenario,
    /** Null runs without a journal. */
    private readonly journal: JournalEvent[] | null,
  ) {}

  protected abstract dispatch(entry: Entry<M>): void

  /** The stream of chance of this name. */
  stream(name: string): RandomStream {
    return new RandomStream(this.scenario.seed, name)
  }

  emit(event: JournalEvent): void {
    if (this.journal !== null) this.journal.push(event)
  }

  /** Runs until nothing is left or `end` is passed. */
  runUntil(end: Micros): void {
    const queue = this.queue
    while (queue.nextAt <= end) {
      const entry = queue.pop()
      if (entry === undefined) break
      this.now = entry.at
      this.dispatched += 1
      this.dispatch(entry)
    }
    this.now = end
  }

  protected schedule(
    at: Micros,
    kind: EntryKind,
    slot: Slot<M> | null,
    connection: Connection<M> | null,
    side: Side,
    generation: number,
  ): Entry<M> {
    const seq = this.sequence
    const entry: Entry<M> = {
      at,
      seq,
      kind,
      slot,
      connection,
      side,
      generation,
      name: '',
      argument: 0,
      message: null,
      batch: null,
    }
    this.sequence = seq + 1
    this.queue.push(entry)
    return entry
  }
}
