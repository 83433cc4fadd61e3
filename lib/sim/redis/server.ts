import type { Side } from '../engine/connection'
import type { Process } from '../engine/process'
import { forgetClient, handleClientMessage } from './clients'
import { onServerTimer } from './cron'
import type { ClusterConnection, ClusterWorld, Message } from './messages'
import { handleAck, handlePsync, loseReplica } from './primary'
import { handlePrimaryMessage, losePrimaryLink, openPrimaryLink } from './replica'
import { ServerState } from './state'
import { releaseWaiting } from './wait'

/** One Redis server: hands what arrives to the modules of this folder. */
export class Server extends ServerState implements Process<Message> {
  onMessage(world: ClusterWorld, connection: ClusterConnection, side: Side, message: Message): void {
    if (this.link !== null && this.link.connection === connection) handlePrimaryMessage(world, this, this.link, message)
    else this.serve(world, connection, side, message)
    if (this.waiting.length === 0) return
    // ACKs of one instant are read in one turn of the event loop or in two (R2, R65).
    if (message.type === 'ack' && this.turnRandom.integer(0, 1) === 0) world.timer(this.slot, world.now, 'turn')
    else releaseWaiting(world, this)
  }

  private serve(world: ClusterWorld, connection: ClusterConnection, side: Side, message: Message): void {
    switch (message.type) {
      case 'repl-ping':
        world.send(connection, side, { type: 'repl-pong' })
        break
      case 'replconf':
        world.send(connection, side, { type: 'replconf-ok' })
        break
      case 'psync':
        handlePsync(world, this, connection, message)
        break
      case 'ack':
        handleAck(world, this, connection, message.offset)
        break
      case 'newline':
        this.replicaOf(connection)?.refresh(this.deployment.unixtime(world.now))
        break
      default:
        handleClientMessage(world, this, connection, message)
    }
  }

  onOpen(world: ClusterWorld, connection: ClusterConnection): void {
    if (this.link !== null && this.link.connection === connection) openPrimaryLink(world, this, this.link)
  }

  onClosed(world: ClusterWorld, connection: ClusterConnection, _side: Side, reason: 'closed' | 'refused'): void {
    if (this.link !== null && this.link.connection === connection) {
      losePrimaryLink(world, this, this.link, reason)
      return
    }
    const replica = this.replicaOf(connection)
    if (replica !== undefined) loseReplica(world, this, replica, reason)
    else forgetClient(this, connection)
  }

  onTimer(world: ClusterWorld, name: string, argument: number): void {
    onServerTimer(world, this, name, argument)
  }
}
