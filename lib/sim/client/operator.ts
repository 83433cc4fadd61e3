import type { Deployment } from '../deployment'
import type { Side } from '../engine/connection'
import type { Process } from '../engine/process'
import type { Micros } from '../engine/time'
import type { ClusterConnection, ClusterSlot, ClusterWorld, Message } from '../redis/messages'
import { parseCommand } from './writer'

interface Session {
  readonly action: number
  readonly on: string
  readonly command: string
  readonly since: Micros
}

/** Someone with redis-cli on the host of a server or a sentinel: one connection for each command. */
export class Operator implements Process<Message> {
  private readonly sessions = new Map<ClusterConnection, Session>()

  constructor(
    private readonly slot: ClusterSlot,
    private readonly deployment: Deployment,
  ) {}

  run(world: ClusterWorld, target: ClusterSlot, action: number, on: string, text: string): void {
    const command = parseCommand(text)
    const connection = world.connect(this.slot, target)
    this.sessions.set(connection, { action, on, command: text, since: world.now })
    world.send(connection, 0, this.deployment.numbered(command))
  }

  onMessage(world: ClusterWorld, connection: ClusterConnection, _side: Side, message: Message): void {
    if (message.type !== 'reply') return
    this.answer(world, connection, message.reply)
    world.close(connection, 0)
  }

  onOpen(): void {}

  onClosed(world: ClusterWorld, connection: ClusterConnection, _side: Side, reason: 'closed' | 'refused'): void {
    this.answer(world, connection, {
      error: reason === 'refused' ? 'NOCONN Connection refused' : 'NOCONN Connection closed',
    })
  }

  onTimer(): void {}

  private answer(world: ClusterWorld, connection: ClusterConnection, reply: Extract<Message, { type: 'reply' }>['reply']): void {
    const session = this.sessions.get(connection)
    if (session === undefined) return
    this.sessions.delete(connection)
    const { action, on, command, since } = session
    world.emit({ at: world.now, type: 'reply', action, on, command, took: world.now - since, reply })
  }
}
