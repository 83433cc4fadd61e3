import type { EventOf, LinkLoss } from '../journal'
import { startAof, stopAof } from './aof'
import { Backlog } from './backlog'
import { publishHello } from './clients'
import { abortFailover, finishFailover } from './failover'
import type { ClusterWorld, Message, StreamItem } from './messages'
import { dropReplicas, relay } from './primary'
import type { PrimaryLink } from './primary-link'
import type { ServerState } from './state'

/** Starts to connect; asks for a partial resync after the handshake (R22, R23). */
export function connectToPrimary(world: ClusterWorld, server: ServerState, primary: string): void {
  const connection = world.connect(server.slot, server.deployment.listener(primary, server.primaryPort))
  server.link = { primary, connection, state: 'idle', lastIo: world.now }
  enter(world, server, server.link, 'connecting')
}

/** A new state of the link, for the journal too. */
function enter(world: ClusterWorld, server: ServerState, link: PrimaryLink, state: EventOf<'link'>['state']): void {
  link.state = state
  world.emit({ at: world.now, host: server.host, type: 'link', by: world.cause, primary: link.primary, state })
}

export function openPrimaryLink(world: ClusterWorld, server: ServerState, link: PrimaryLink): void {
  link.lastIo = world.now
  enter(world, server, link, 'handshake')
  say(world, link, { type: 'repl-ping' })
}

/** Whatever the primary sends over the replication link. */
export function handlePrimaryMessage(world: ClusterWorld, server: ServerState, link: PrimaryLink, message: Message): void {
  link.lastIo = world.now
  switch (message.type) {
    case 'stream':
      applyItem(world, server, link, message)
      break
    case 'repl-pong':
      say(world, link, { type: 'replconf' })
      break
    case 'replconf-ok':
      askToContinue(world, server, link)
      break
    case 'continue':
      continueHistory(world, server, link, message.replid, message.items)
      break
    case 'full-resync':
      enter(world, server, link, 'sync')
      finishFailover(world, server)
      break
    case 'rdb':
      loadSnapshot(world, server, link, message)
      break
    case 'no-primary-link':
      hangUp(world, link)
      abortFailover(world, server)
      break
  }
}

/** The link broke: a link that was up is tried again at once, a failed attempt at the next replicationCron (R22). */
export function losePrimaryLink(world: ClusterWorld, server: ServerState, link: PrimaryLink, reason: LinkLoss): void {
  const wasUp = link.state === 'up'
  hangUp(world, link)
  world.emit({ at: world.now, host: server.host, type: 'link-lost', by: world.cause, primary: link.primary, reason })
  if (wasUp) {
    server.linkDownSince = server.deployment.unixtime(world.now)
    connectToPrimary(world, server, link.primary)
  }
}

/** Closes the link without a word; it waits for the next attempt. */
export function hangUp(world: ClusterWorld, link: PrimaryLink): void {
  if (link.connection !== null) world.close(link.connection, 0)
  link.connection = null
  link.state = 'idle'
}

/** What replicationCron does for the link: gives up what is silent for too long, tries again, sends the ACK (R21, R22, R48). */
export function linkCron(world: ClusterWorld, server: ServerState, link: PrimaryLink): void {
  if (link.state !== 'idle' && silentSeconds(world, server, link) > server.conf['repl-timeout'])
    losePrimaryLink(world, server, link, 'timeout')
  const current = server.link
  if (current === null) return
  if (current.state === 'idle') connectToPrimary(world, server, current.primary)
  else if (current.state === 'up') say(world, current, { type: 'ack', offset: server.offset })
}

/** Since the primary was last heard: a difference of whole seconds (R1). */
export function silentSeconds(world: ClusterWorld, server: ServerState, link: PrimaryLink): number {
  return server.deployment.unixtime(world.now) - server.deployment.unixtime(link.lastIo)
}

function say(world: ClusterWorld, link: PrimaryLink, message: Message): void {
  if (link.connection !== null) world.send(link.connection, 0, message)
}

function askToContinue(world: ClusterWorld, server: ServerState, link: PrimaryLink): void {
  say(world, link, {
    type: 'psync',
    host: server.host,
    replid: server.hasHistory ? server.replid : null,
    offset: server.hasHistory ? server.offset + 1 : -1,
    failover: server.failover !== null,
  })
}

/** `+CONTINUE`: adopts the primary's id; its own replicas must resync when the id is new to them (R32). */
function continueHistory(
  world: ClusterWorld,
  server: ServerState,
  link: PrimaryLink,
  replid: string,
  items: readonly StreamItem[],
): void {
  if (replid !== server.replid) {
    server.replid2 = server.replid
    server.secondOffset = server.offset + 1
    server.replid = replid
    dropReplicas(world, server)
  }
  server.backlog ??= new Backlog(server.conf['repl-backlog-size'], server.offset)
  world.emit({
    at: world.now,
    host: server.host,
    type: 'continue',
    by: world.cause,
    primary: link.primary,
    ...server.identity,
  })
  enter(world, server, link, 'up')
  finishFailover(world, server)
  for (const item of items) applyItem(world, server, link, item)
}

/** The snapshot has arrived: the old data set goes, whatever it held (R42). */
function loadSnapshot(
  world: ClusterWorld,
  server: ServerState,
  link: PrimaryLink,
  { snapshot, diskless }: Extract<Message, { readonly type: 'rdb' }>,
): void {
  dropReplicas(world, server)
  stopAof(world, server)
  const discarded = server.data.replace(snapshot.writes)
  server.replid = snapshot.replid
  server.forgetSecondHistory()
  server.offset = snapshot.offset
  server.hasHistory = true
  server.backlog = new Backlog(server.conf['repl-backlog-size'], snapshot.offset)
  server.deployment.disk(server.host).rdb = snapshot
  world.emit({
    at: world.now,
    host: server.host,
    type: 'load',
    by: world.cause,
    primary: link.primary,
    snapshot: snapshot.id,
    replid: snapshot.replid,
    offset: snapshot.offset,
    discarded,
  })
  if (server.conf.appendonly === 'yes') startAof(world, server)
  enter(world, server, link, 'up')
  // From disk the stream follows the file unasked (R41, R48).
  if (diskless) say(world, link, { type: 'ack', offset: server.offset })
}

/** Applies one item of the stream and passes the very bytes on (R14). */
function applyItem(world: ClusterWorld, server: ServerState, link: PrimaryLink, item: StreamItem): void {
  if (item.start !== server.offset) throw new Error(`${server.host} at ${server.offset} was sent ${item.start}`)
  server.offset = item.end
  server.backlog?.append(item)
  if (server.replicas.length > 0) relay(world, server, item)
  if (item.kind === 'write') {
    server.hold(item.write)
    world.emit({ at: world.now, host: server.host, type: 'apply', by: world.cause, write: item.write, offset: item.end })
  } else if (item.kind === 'getack') {
    // The 37 bytes of the request itself are not yet counted (R64).
    say(world, link, { type: 'ack', offset: item.start })
  } else if (item.hello !== null) {
    publishHello(world, server, item.hello)
  }
}
