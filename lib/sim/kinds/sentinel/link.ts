import type { ConnectionId } from '../../core/end'
import type { Place } from '../../core/place'
import { close, connect, send } from '../../core/transport'
import { placeAt, placeOf } from '../../core/world'
import type { Message } from '../messages'
import type { ClusterWorld } from '../protocol'
import { PING_PERIOD } from './constants'
import { post } from './file'
import type { Instance } from './instance'
import { instanceAt, refOf, type SentinelState } from './state'

/** Retries a broken link at most once a second; a new link is PINGed at once (R86). */
export function reconnect(world: ClusterWorld, sentinel: SentinelState, instance: Instance): void {
  const { link } = instance
  if (!link.disconnected || world.now - link.lastReconnect < PING_PERIOD) return
  link.lastReconnect = world.now
  const here = placeAt(world, sentinel.place)
  const target = placeOfInstance(world, instance)
  if (link.commands === null) {
    link.commands = connect(world, here, target)
    link.commandsSince = world.now
    link.pending = 0
    sentinel.links[link.commands] = refOf(sentinel, instance)
    sendPing(world, sentinel, instance)
  }
  if (instance.kind !== 'sentinel' && link.hellos === null) {
    link.hellos = connect(world, here, target)
    link.hellosSince = world.now
    link.lastHelloActivity = world.now
    sentinel.links[link.hellos] = refOf(sentinel, instance)
    send(world, link.hellos, 0, { type: 'subscribe' })
  }
  link.disconnected = false
}

/** Where an instance runs. */
export function placeOfInstance(world: ClusterWorld, { host, kind }: Instance): Place<Message> {
  return placeOf(world, host, kind === 'sentinel' ? 'sentinel' : 'redis')
}

/** Sends one command over the link of an instance. */
export function tell(world: ClusterWorld, sentinel: SentinelState, { link }: Instance, message: Message): void {
  if (link.commands === null) return
  link.pending += 1
  post(world, sentinel, link.commands, 0, message)
}

export function sendPing(world: ClusterWorld, sentinel: SentinelState, instance: Instance): void {
  tell(world, sentinel, instance, { type: 'ping' })
  instance.link.lastPing = world.now
  instance.link.activePing ??= world.now
}

/** The other side has closed one of the two connections: both count as disconnected until it is there again. */
export function linkLost(sentinel: SentinelState, connection: ConnectionId): void {
  const instance = instanceAt(sentinel, connection)
  if (instance === undefined) return
  delete sentinel.links[connection]
  const { link } = instance
  if (link.commands === connection) {
    link.commands = null
    link.pending = 0
  }
  if (link.hellos === connection) link.hellos = null
  link.disconnected = true
}

/** Closes one connection of an instance from here. */
export function closeLink(world: ClusterWorld, sentinel: SentinelState, connection: ConnectionId | null): void {
  if (connection === null) return
  close(world, connection, 0)
  linkLost(sentinel, connection)
}
