import type { ProcessKind } from '../scenario/scenario'
import type { Connection, END_OF_STREAM, Side } from './connection'
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

  takeInbox(): readonly Wake<M>[] {
    const inbox = this.inbox
    this.inbox = []
    return inbox
  }

  takeOverdue(): readonly Entry<M>[] {
    const overdue = this.overdue
    this.overdue = []
    return overdue
  }
}
