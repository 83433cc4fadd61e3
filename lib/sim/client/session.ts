import { MILLISECOND, type Micros } from '../engine/time'
import type { ClusterConnection, ClusterWorld } from '../redis/messages'
import type { Client } from './client'

/** Where a client stands with its connection. `asking`: a sentinel; `verifying`: has asked the server for its ROLE (R126). */
export type Session =
  | { readonly state: 'idle' }
  | { readonly state: 'asking'; readonly connection: ClusterConnection; readonly sentinel: string }
  | { readonly state: 'connecting' | 'verifying' | 'ready'; readonly connection: ClusterConnection; readonly server: string }

/** Between two attempts of a client that was refused or found no primary. */
const RETRY_DELAY: Micros = 100 * MILLISECOND
/** A sentinel that does not answer for this long is passed over; "a short timeout" in the protocol (R126). */
const SENTINEL_TIMEOUT: Micros = 300 * MILLISECOND
/** The same for a server that does not accept. */
const CONNECT_TIMEOUT: Micros = 500 * MILLISECOND

/** Looks for a connection again: at once after one that broke, a little later after one that was refused or led nowhere. */
export function startSession(world: ClusterWorld, client: Client, after: 'start' | 'closed' | 'refused' | 'timeout'): void {
  client.attempt += 1
  if (after === 'refused') {
    world.timer(client.slot, world.now + RETRY_DELAY, 'retry', client.attempt)
    return
  }
  if (client.discovery !== null) client.discovery.begin(world, client)
  else connectTo(world, client, client.spec.connect)
}

/** Opens the connection to a server. */
function connectTo(world: ClusterWorld, client: Client, server: string): void {
  const connection = world.connect(client.slot, client.deployment.slot(server, 'redis'))
  client.session = { state: 'connecting', connection, server }
}

/** How a client finds the primary through the sentinels: ask in turn, connect, verify with ROLE (R126). */
export class Discovery {
  private position = -1
  private asked = 0

  constructor(private readonly sentinels: readonly string[]) {}

  begin(world: ClusterWorld, client: Client): void {
    this.asked = 0
    this.next(world, client)
  }

  /** Asks the next sentinel; after a whole round without an answer, waits and starts over. */
  next(world: ClusterWorld, client: Client): void {
    closeSession(world, client)
    client.attempt += 1
    if (this.asked === this.sentinels.length) {
      startSession(world, client, 'refused')
      return
    }
    this.asked += 1
    this.position = (this.position + 1) % this.sentinels.length
    const sentinel = this.sentinels[this.position] as string
    const connection = world.connect(client.slot, client.deployment.slot(sentinel, 'sentinel'))
    client.session = { state: 'asking', connection, sentinel }
    world.send(connection, 0, { type: 'get-master-addr' })
    world.timer(client.slot, world.now + SENTINEL_TIMEOUT, 'sentinel', client.attempt)
  }

  answered(world: ClusterWorld, client: Client, connection: ClusterConnection, primary: string): void {
    const session = client.session
    if (session.state !== 'asking' || session.connection !== connection) return
    // The same sentinel is asked first the next time.
    this.position -= 1
    world.emit({ at: world.now, host: client.host, type: 'resolve', by: world.cause, sentinel: session.sentinel, primary })
    closeSession(world, client)
    client.attempt += 1
    connectTo(world, client, primary)
    world.timer(client.slot, world.now + CONNECT_TIMEOUT, 'connect', client.attempt)
  }

  /** The server's ROLE is known: anything but a primary leads back to the sentinels. */
  verified(world: ClusterWorld, client: Client, isPrimary: boolean): void {
    const session = client.session
    if (session.state !== 'verifying') return
    client.attempt += 1
    if (isPrimary) client.ready(world, session.connection, session.server)
    else this.leave(world, client, 'not-primary', 'refused')
  }

  /** A write met a replica: this is no longer the primary. */
  readonly(world: ClusterWorld, client: Client): void {
    this.leave(world, client, 'readonly', 'closed')
  }

  private leave(world: ClusterWorld, client: Client, reason: 'readonly' | 'not-primary', after: 'closed' | 'refused'): void {
    const session = client.session
    if (session.state !== 'verifying' && session.state !== 'ready') return
    closeSession(world, client)
    world.emit({ at: world.now, host: client.host, type: 'disconnect', by: world.cause, server: session.server, reason })
    startSession(world, client, after)
  }
}

function closeSession(world: ClusterWorld, client: Client): void {
  if (client.session.state !== 'idle') world.close(client.session.connection, 0)
  client.abandon()
}
