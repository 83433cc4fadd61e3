import type { Deployment } from '../deployment'
import type { Side } from '../engine/connection'
import { Fifo } from '../engine/fifo'
import type { Process } from '../engine/process'
import { type Micros, micros } from '../engine/time'
import type { Reply } from '../journal'
import type { ClientSpec } from '../kinds/client/spec'
import type { ClusterConnection, ClusterSlot, ClusterWorld, Command, Message } from '../redis/messages'
import { type Discovery, type Session, startSession } from './session'
import { answerTyped, firstWord, type Typed, typed } from './typed'
import { nextDue, sendDue, type Writer } from './writer'

/** An answer that the client waits for. */
export type Pending = { readonly since: Micros } & (
  | { readonly kind: 'write'; readonly write: number }
  | { readonly kind: 'wait'; readonly write: number; readonly asked: number }
  | { readonly kind: 'run'; readonly typed: Typed }
  | { readonly kind: 'role' }
)

/** A client: it sends on schedule, whether or not answers come, over one connection that it finds and keeps by its own rules. */
export class Client implements Process<Message> {
  readonly host: string
  session: Session = { state: 'idle' }
  /** Raised with each attempt, so that the timers of an earlier one are void. */
  attempt = 0
  /** Sent and not answered; answers come in the order of sending. */
  private pending = new Fifo<Pending>()
  /** A timer waits for the oldest answer to be overdue. */
  private watching = false

  constructor(
    readonly slot: ClusterSlot,
    readonly deployment: Deployment,
    readonly spec: ClientSpec,
    readonly writers: readonly Writer[],
    readonly discovery: Discovery | null,
  ) {
    this.host = slot.host
  }

  onMessage(world: ClusterWorld, connection: ClusterConnection, _side: Side, message: Message): void {
    if (message.type === 'reply') this.readReply(world, message.reply)
    else if (message.type === 'master-addr' && this.discovery !== null)
      this.discovery.answered(world, this, connection, message.primary)
  }

  onOpen(world: ClusterWorld, connection: ClusterConnection): void {
    const session = this.session
    if (session.state !== 'connecting' || session.connection !== connection) return
    if (this.discovery !== null) {
      this.session = { state: 'verifying', connection, server: session.server }
      this.send(world, connection, { kind: 'role', since: world.now }, { type: 'command', name: 'ROLE', args: [], write: -1 })
    } else {
      this.ready(world, connection, session.server)
    }
  }

  onClosed(world: ClusterWorld, connection: ClusterConnection, _side: Side, reason: 'closed' | 'refused'): void {
    const session = this.session
    if (session.state === 'asking') {
      if (session.connection === connection) this.discovery?.next(world, this)
      return
    }
    if (session.state === 'idle' || session.connection !== connection) return
    const server = session.server
    this.abandon()
    if (session.state === 'ready')
      world.emit({ at: world.now, host: this.host, type: 'disconnect', by: world.cause, server, reason })
    startSession(world, this, reason)
  }

  onTimer(world: ClusterWorld, name: string, argument: number): void {
    if (name === 'write') this.write(world, argument)
    else if (name === 'overdue') this.giveUpWhenOverdue(world)
    else if (argument !== this.attempt) return
    else if (name === 'sentinel') this.discovery?.next(world, this)
    else startSession(world, this, 'timeout')
  }

  /** Types a command on the client's own connection. */
  run(world: ClusterWorld, action: number, on: string, line: string): void {
    const { session } = this
    const server = session.state === 'ready' ? session.server : null
    const one = typed(world, this.deployment, this.host, server, action, on, line)
    if (session.state === 'ready')
      this.send(world, session.connection, { kind: 'run', typed: one, since: one.since }, one.command)
    else answerTyped(world, this.host, one, NOT_CONNECTED)
  }

  /** The connection may be used from now on. */
  ready(world: ClusterWorld, connection: ClusterConnection, server: string): void {
    this.session = { state: 'ready', connection, server }
    world.emit({ at: world.now, host: this.host, type: 'connect', by: world.cause, server })
  }

  /** Sends a command whose answer is waited for. */
  send(world: ClusterWorld, connection: ClusterConnection, pending: Pending, command: Command): void {
    this.pending.push(pending)
    world.send(connection, 0, command)
    this.watch(world)
  }

  /** Gives the connection up: what was not answered stays unanswered. */
  abandon(): void {
    this.pending = new Fifo()
    this.session = { state: 'idle' }
  }

  private watch(world: ClusterWorld): void {
    const oldest = this.pending.first
    if (this.watching || this.spec.timeoutMs === undefined || oldest === undefined) return
    this.watching = true
    world.timer(this.slot, oldest.since + micros(this.spec.timeoutMs), 'overdue')
  }

  private giveUpWhenOverdue(world: ClusterWorld): void {
    this.watching = false
    const oldest = this.pending.first
    const { session } = this
    const overdue = oldest !== undefined && world.now - oldest.since >= micros(this.spec.timeoutMs ?? Number.POSITIVE_INFINITY)
    if (!overdue || session.state === 'idle' || session.state === 'asking') {
      this.watch(world)
      return
    }
    world.close(session.connection, 0)
    this.abandon()
    world.emit({ at: world.now, host: this.host, type: 'disconnect', by: world.cause, server: session.server, reason: 'timeout' })
    startSession(world, this, 'timeout')
  }

  private write(world: ClusterWorld, index: number): void {
    const writer = this.writers[index]
    if (writer === undefined) return
    sendDue(world, this, writer)
    const next = nextDue(writer, world.now)
    if (next !== null) world.timer(this.slot, next, 'write', index)
  }

  private readReply(world: ClusterWorld, reply: Reply): void {
    const pending = this.pending.shift()
    if (pending === undefined) return
    switch (pending.kind) {
      case 'write': {
        const error = firstWord(reply)
        world.emit({ at: world.now, host: this.host, type: 'answer', by: world.cause, write: pending.write, error })
        if (error === 'READONLY') this.discovery?.readonly(world, this)
        break
      }
      case 'wait':
        if (typeof reply === 'number') {
          world.emit({
            at: world.now,
            host: this.host,
            type: 'wait-answer',
            by: world.cause,
            write: pending.write,
            asked: pending.asked,
            count: reply,
          })
        }
        break
      case 'run':
        answerTyped(world, this.host, pending.typed, reply)
        break
      case 'role':
        this.discovery?.verified(world, this, Array.isArray(reply) && reply[0] === 'master')
        break
    }
  }
}

const NOT_CONNECTED = { error: 'NOCONN not connected' } as const
