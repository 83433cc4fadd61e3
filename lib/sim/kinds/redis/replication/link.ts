import type { Place } from '../../../core/place'
import { close, connect, send } from '../../../core/transport'
import { addPlace, emit, placeAt, placeOf, unixtime } from '../../../core/world'
import { PORT } from '../../../defaults'
import type { EventOf, LinkLoss } from '../../../journal'
import type { Message } from '../../messages'
import type { ClusterWorld } from '../../protocol'
import type { PrimaryLink, ServerState } from '../state'

/** Starts to connect; asks for a partial resync after the handshake (R22, R23). */
export function connectToPrimary(world: ClusterWorld, server: ServerState, primary: string): void {
  const connection = connect(world, placeAt(world, server.place), listener(world, primary, server.primaryPort))
  server.link = { primary, connection, state: 'idle', lastIo: world.now }
  enter(world, server, server.link, 'connecting')
}

/** A new state of the link, for the journal too. */
export function enter(world: ClusterWorld, server: ServerState, link: PrimaryLink, state: EventOf<'link'>['state']): void {
  link.state = state
  emit(world, { at: world.now, host: server.host, type: 'link', by: world.cause, primary: link.primary, state })
}

/** The link broke: a link that was up is tried again at once, a failed attempt at the next replicationCron (R22). */
export function losePrimaryLink(world: ClusterWorld, server: ServerState, link: PrimaryLink, reason: LinkLoss): void {
  const wasUp = link.state === 'up'
  hangUp(world, link)
  emit(world, { at: world.now, host: server.host, type: 'link-lost', by: world.cause, primary: link.primary, reason })
  if (wasUp) {
    server.linkDownSince = unixtime(world)
    connectToPrimary(world, server, link.primary)
  }
}

/** Closes the link without a word; it waits for the next attempt. */
export function hangUp(world: ClusterWorld, link: PrimaryLink): void {
  if (link.connection !== null) close(world, link.connection, 0)
  link.connection = null
  link.state = 'idle'
}

/** What replicationCron does for the link: gives up what is silent for too long, tries again, sends the ACK (R21, R22, R48). */
export function linkCron(world: ClusterWorld, server: ServerState, link: PrimaryLink): void {
  if (link.state !== 'idle' && silentSeconds(world, link) > server.conf['repl-timeout'])
    losePrimaryLink(world, server, link, 'timeout')
  const current = server.link
  if (current === null) return
  if (current.state === 'idle') connectToPrimary(world, server, current.primary)
  else if (current.state === 'up') confirm(world, server, current, server.offset)
}

/** Tells the primary up to where this replica has processed the stream, and, where that is followed, its disk has it (R48, R72). */
export function confirm(world: ClusterWorld, server: ServerState, link: PrimaryLink, offset: number): void {
  const { fsyncs } = server
  say(world, link, { type: 'ack', offset, ...(server.aof && fsyncs && fsyncs.known >= 0 && { fsynced: fsyncs.known }) })
}

/** Since the primary was last heard: a difference of whole seconds (R1). */
export function silentSeconds(world: ClusterWorld, link: PrimaryLink): number {
  return unixtime(world) - unixtime(world, link.lastIo)
}

/** Says something to the primary. */
export function say(world: ClusterWorld, link: PrimaryLink, message: Message): void {
  if (link.connection !== null) send(world, link.connection, 0, message)
}

/** Where a server listens; another port is a place where nobody ever has. */
function listener(world: ClusterWorld, host: string, port: number): Place<Message> {
  if (port === PORT) return placeOf(world, host, 'redis')
  const known = world.places.find((place) => place.host === host && place.kind === 'nobody')
  const nobody = known ?? addPlace(world, host, 'nobody')
  nobody.status = 'dead'
  return nobody
}
