import type { ProcessKind } from '../scenario/scenario'
import { type Connection, END_OF_STREAM, type Side } from './connection'
import { type Micros, NEVER } from './time'
import type { Entry } from './timeline'
import type { World } from './world'

/** A server, a sentinel or a client: plain data and handlers named after what arrives. The world hands it time and chance. */
export interface Process<M> {
  onMessage(world: World<M>, connection: Connection<M>, side: Side, message: M): void
  /** A connection that this process asked for is established. */
  onOpen(world: World<M>, connection: Connection<M>): void
  onClosed(world: World<M>, connection: Connection<M>, side: Side, reason: 'closed' | 'refused'): void
  onTimer(world: World<M>, name: string, argument: number): void
}

export interface Wake<M> {
  readonly connection: Connection<M>
  readonly side: Side
  readonly message: M | typeof END_OF_STREAM | 'open' | 'refused'
}

/** The place of a process on its host: it outlives the process. */
export class Slot<M> {
  status: 'running' | 'paused' | 'dead' = 'running'
  /** Raised at each death. */
  incarnation = 0
  /** The latest SIGSTOP and SIGCONT. */
  pausedAt: Micros = NEVER
  resumedAt: Micros = NEVER
  readonly connections = new Set<Connection<M>>()
  /** What arrived while the process was frozen. */
  inbox: Wake<M>[] = []
  overdue: Entry<M>[] = []
  private process: Process<M> | null = null

  constructor(
    readonly host: string,
    readonly hostIndex: number,
    readonly kind: ProcessKind,
  ) {}

  /** The running process. */
  get live(): Process<M> {
    if (this.process === null) throw new Error(`${this.host}: no ${this.kind} runs`)
    return this.process
  }

  install(process: Process<M>): void {
    this.process = process
    this.status = 'running'
  }

  die(): void {
    this.status = 'dead'
    this.incarnation += 1
    this.process = null
    this.connections.clear()
    this.inbox = []
    this.overdue = []
  }

  /**
   * What has piled up, as a process reads it that wakes: socket after socket, in the order in which they first had something, each with
   * all its data at once. Behind data, the end of a stream is only seen in the next turn.
   */
  takeInbox(): { readonly turn: readonly Wake<M>[]; readonly next: readonly Wake<M>[] } {
    const sockets = new Map<Connection<M>, Wake<M>[]>()
    for (const wake of this.inbox) sockets.set(wake.connection, [...(sockets.get(wake.connection) ?? []), wake])
    this.inbox = []
    const turn: Wake<M>[] = []
    const next: Wake<M>[] = []
    for (const wakes of sockets.values()) {
      const ends = wakes.length > 1 && wakes.at(-1)?.message === END_OF_STREAM
      turn.push(...(ends ? wakes.slice(0, -1) : wakes))
      next.push(...(ends ? wakes.slice(-1) : []))
    }
    return { turn, next }
  }

  takeOverdue(): readonly Entry<M>[] {
    const overdue = this.overdue
    this.overdue = []
    return overdue
  }
}
