import type { Side } from '../engine/connection'
import type { Process } from '../engine/process'
import type { ClusterConnection, ClusterWorld, Message } from '../redis/messages'
import { handleInstanceReply, linkLost } from './links'
import { serve } from './serve'
import { SentinelState } from './state'
import { tick } from './tick'

/** One sentinel, monitoring one primary: hands what arrives to the modules of this folder. */
export class Sentinel extends SentinelState implements Process<Message> {
  onMessage(world: ClusterWorld, connection: ClusterConnection, side: Side, message: Message): void {
    if (side === 1) serve(world, this, connection, message)
    else handleInstanceReply(world, this, connection, message)
  }

  onOpen(): void {}

  onClosed(_world: ClusterWorld, connection: ClusterConnection): void {
    linkLost(this, connection)
  }

  onTimer(world: ClusterWorld, name: string): void {
    if (name === 'tick') {
      tick(world, this)
      return
    }
    for (const { connection, side, message } of this.takeUnsent()) world.send(connection, side, message)
  }
}
