import type { ClusterConnection, ClusterWorld, Message } from '../redis/messages'
import { HASTY_INFO_PERIOD, HELLO_PERIOD, INFO_PERIOD, MAX_PENDING_COMMANDS, PING_PERIOD } from './constants'
import { handleAnswer } from './down'
import { processHello, sendHello } from './hello'
import { refreshFromInfo } from './info'
import type { Instance } from './instance'
import type { SentinelState } from './state'

/** Retries a broken link at most once a second; a new link is PINGed at once (R86). */
export function reconnect(world: ClusterWorld, sentinel: SentinelState, instance: Instance): void {
  const link = instance.link
  if (!link.disconnected || world.now - link.lastReconnect < PING_PERIOD) return
  link.lastReconnect = world.now
  const target = sentinel.deployment.slot(instance.host, instance.kind === 'sentinel' ? 'sentinel' : 'redis')
  if (link.commands === null) {
    link.commands = world.connect(sentinel.slot, target)
    link.commandsSince = world.now
    link.pending = 0
    sentinel.links.set(link.commands, instance)
    sendPing(world, sentinel, instance)
  }
  if (instance.kind !== 'sentinel' && link.hellos === null) {
    link.hellos = world.connect(sentinel.slot, target)
    link.hellosSince = world.now
    link.lastHelloActivity = world.now
    sentinel.links.set(link.hellos, instance)
    world.send(link.hellos, 0, { type: 'subscribe' })
  }
  link.disconnected = false
}

/** INFO, PING and hello, each when its period is over (R83, R84, R119). */
export function sendPeriodicCommands(world: ClusterWorld, sentinel: SentinelState, instance: Instance): void {
  const link = instance.link
  if (link.disconnected || link.pending >= MAX_PENDING_COMMANDS) return
  const now = world.now
  if (
    instance.kind !== 'sentinel' &&
    (instance.infoRefresh === null || now - instance.infoRefresh > infoPeriod(sentinel, instance))
  ) {
    send(world, sentinel, instance, { type: 'info' })
  }
  const pingPeriod = Math.min(sentinel.downAfter, PING_PERIOD)
  if (now - link.lastPong > pingPeriod && now - link.lastPing > pingPeriod / 2) sendPing(world, sentinel, instance)
  if (now - instance.lastPublish > HELLO_PERIOD) sendHello(world, sentinel, instance)
}

/** Sends one command over the link of an instance. */
export function send(world: ClusterWorld, sentinel: SentinelState, { link }: Instance, message: Message): void {
  if (link.commands === null) return
  link.pending += 1
  sentinel.send(world, link.commands, 0, message)
}

function sendPing(world: ClusterWorld, sentinel: SentinelState, instance: Instance): void {
  send(world, sentinel, instance, { type: 'ping' })
  instance.link.lastPing = world.now
  instance.link.activePing ??= world.now
}

function infoPeriod(sentinel: SentinelState, instance: Instance): number {
  const hasty = instance.kind === 'slave' && (sentinel.objectivelyDown || sentinel.inFailover || instance.linkDownMs !== 0)
  return hasty ? HASTY_INFO_PERIOD : INFO_PERIOD
}

/** Whatever an instance answers, or passes on through its subscription. */
export function handleInstanceReply(
  world: ClusterWorld,
  sentinel: SentinelState,
  connection: ClusterConnection,
  message: Message,
): void {
  const instance = sentinel.links.get(connection)
  if (instance === undefined) return
  const link = instance.link
  if (message.type === 'hello') {
    link.lastHelloActivity = world.now
    processHello(world, sentinel, message.hello)
    return
  }
  link.pending -= 1
  switch (message.type) {
    case 'pong':
      link.lastAvailable = world.now
      link.lastPong = world.now
      link.activePing = null
      instance.rebootedAt = null
      break
    case 'published':
      instance.lastPublish = world.now
      break
    case 'info-reply':
      refreshFromInfo(world, sentinel, instance, message.info)
      break
    case 'ask-reply':
      handleAnswer(world, instance, message)
      break
  }
}

/** The other side has closed one of the two connections: both count as disconnected until it is there again. */
export function linkLost(sentinel: SentinelState, connection: ClusterConnection): void {
  const instance = sentinel.links.get(connection)
  if (instance === undefined) return
  sentinel.links.delete(connection)
  const link = instance.link
  if (link.commands === connection) {
    link.commands = null
    link.pending = 0
  }
  if (link.hellos === connection) link.hellos = null
  link.disconnected = true
}

/** Closes one connection of an instance from here. */
export function closeLink(world: ClusterWorld, sentinel: SentinelState, connection: ClusterConnection | null): void {
  if (connection === null) return
  world.close(connection, 0)
  linkLost(sentinel, connection)
}
