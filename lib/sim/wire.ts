import type { Listener, Postmark } from './core/model'
import type { Place } from './core/place'
import type { Message } from './kinds/messages'

/** A process, as the wire names it: its host, and what it is; an operator is who types on the host of a server or a sentinel. */
export interface Party {
  readonly host: string
  readonly process: string
}

/**
 * One message of a run, from the moment it was handed to its connection. `null` in both `arrived` and `lost`: still on its way, or
 * waiting for a path, when the run ended.
 */
export interface WireMessage {
  /** Messages are numbered from 0 in the order of sending. */
  readonly id: number
  /** Connections are numbered too; each is between the same two processes as long as it lasts. */
  readonly connection: number
  readonly from: Party
  readonly to: Party
  readonly message: Message
  /** The write that it carries, copies or answers; −1 for none. */
  readonly write: number
  /** The index in the journal of the event that caused it; null where time itself did. */
  readonly by: number | null
  /** Integer microseconds, all three. */
  readonly sent: number
  /** When the other process was handed it. */
  readonly arrived: number | null
  /** When it went under with its connection. */
  readonly lost: number | null
}

/** Every message of a run, in the order of sending: the second output of the kernel, beside the journal. */
export type Wire = readonly WireMessage[]

/** Writes down what a run says. A message that was sent before the log began is none of its business. */
export class WireLog implements Listener<Message> {
  readonly messages: { -readonly [K in keyof WireMessage]: WireMessage[K] }[] = []
  /** By the index of their place: a process is written down once, however much it says. */
  readonly #parties: Party[] = []

  sent({ id, connection, at, cause }: Postmark, from: Place<Message>, to: Place<Message>, message: Message): void {
    this.messages.push({
      id,
      connection,
      from: this.#partyAt(from),
      to: this.#partyAt(to),
      message,
      write: writeOf(message),
      by: cause,
      sent: at,
      arrived: null,
      lost: null,
    })
  }

  arrived(id: number, at: number): void {
    const message = this.messages[id - this.#first]
    if (message !== undefined) message.arrived = at
  }

  /** The first time counts: where it went under with its connection, it is still in the queue, and its turn comes. */
  lost(id: number, at: number): void {
    const message = this.messages[id - this.#first]
    if (message !== undefined && message.arrived === null) message.lost ??= at
  }

  #partyAt({ index, host, kind }: Place<Message>): Party {
    const known = this.#parties[index]
    if (known !== undefined) return known
    const party = { host, process: kind }
    this.#parties[index] = party
    return party
  }

  get #first(): number {
    return this.messages[0]?.id ?? 0
  }
}

/** The write that a message carries, copies or answers. */
function writeOf(message: Message): number {
  return 'write' in message ? message.write : -1
}
