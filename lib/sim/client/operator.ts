import type { Deployment } from '../deployment'
import type { Side } from '../engine/connection'
import type { Process } from '../engine/process'
import type { ClusterConnection, ClusterSlot, ClusterWorld, Message } from '../redis/messages'
import { answerTyped, replyTyped, type Typed, typed } from './typed'

/** Someone with redis-cli on the host of a server or a sentinel: one connection for each command. */
export class Operator implements Process<Message> {
  private readonly sessions = new Map<ClusterConnection, Typed>()

  constructor(
    private readonly slot: ClusterSlot,
    private readonly deployment: Deployment,
  ) {}

  run(world: ClusterWorld, target: ClusterSlot, action: number, on: string, line: string): void {
    const one = typed(world, this.deployment, this.slot.host, target.host, action, on, line)
    const connection = world.connect(this.slot, target)
    this.sessions.set(connection, one)
    world.send(connection, 0, one.command)
  }

  onMessage(world: ClusterWorld, connection: ClusterConnection, _side: Side, message: Message): void {
    const one = this.take(connection)
    if (message.type !== 'reply' || one === undefined) return
    answerTyped(world, this.slot.host, one, message.reply)
    world.close(connection, 0)
  }

  onOpen(): void {}

  /** Refused: the command never left. Closed: it may have been executed, and nobody knows. */
  onClosed(world: ClusterWorld, connection: ClusterConnection, _side: Side, reason: 'closed' | 'refused'): void {
    const one = this.take(connection)
    if (one === undefined) return
    if (reason === 'refused') answerTyped(world, this.slot.host, one, { error: 'NOCONN Connection refused' })
    else replyTyped(world, this.slot.host, one, { error: 'NOCONN Connection closed' })
  }

  onTimer(): void {}

  private take(connection: ClusterConnection): Typed | undefined {
    const one = this.sessions.get(connection)
    this.sessions.delete(connection)
    return one
  }
}
