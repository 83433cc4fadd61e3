import type { JournalEvent } from '../journal'
import type { Scenario } from '../scenario/scenario'
import {
  type Connection,
  type Direction,
  END_OF_STREAM,
  FIRST_RETRANSMISSION,
  FIRST_SYN_RETRY,
  LINEAR_SYN_RETRIES,
  LONGEST_RETRANSMISSION,
  newDirection,
  opposite,
  type Side,
  type Waiting,
} from './connection'
import type { Slot, Wake } from './process'
import type { Micros } from './time'
import { type Entry, type EntryKind, Timeline } from './timeline'
import { Topology } from './topology'

/**
 * Connections that behave like TCP over a network that can be cut (R24): in order, delayed, silent when cut in either direction,
 * delivered by the retransmission after the heal, refused when the process is dead. Bytes on their way die with the process that sent
 * them: the latency of a link stands for what queues on the sender's side, not for light in a fibre.
 */
export abstract class Network<M> extends Timeline<M> {
  private readonly topology: Topology

  constructor(scenario: Scenario, journal: JournalEvent[] | null) {
    super(scenario, journal)
    this.topology = new Topology(Object.keys(scenario.hosts), scenario.network, scenario.seed)
  }

  /** Something has reached one side of a connection, or word that it is open. */
  protected abstract wake(connection: Connection<M>, side: Side, message: Wake<M>['message']): void

  /** Index of a host in the topology. */
  hostIndex(host: string): number {
    return this.topology.index(host)
  }

  /** Cuts every pair of hosts in different groups, both ways. */
  partition(groups: readonly (readonly string[])[]): void {
    this.topology.partition(groups)
    this.strand()
  }

  /** Cuts one direction. */
  cut(from: string, to: string): void {
    this.topology.cut(from, to)
    this.strand()
  }

  /** Opens every path; what waits is delivered when its retransmission timer rings. */
  heal(): void {
    this.topology.heal()
  }

  /** Opens a connection; ends in `onOpen` or `onClosed` of `from`, or in silence. What is sent meanwhile waits. */
  connect(from: Slot<M>, to: Slot<M>): Connection<M> {
    const connection: Connection<M> = {
      ends: [from, to],
      incarnations: [from.incarnation, to.incarnation],
      state: 'connecting',
      closed: [false, false],
      reset: false,
      attempts: 0,
      directions: [newDirection(), newDirection()],
    }
    connection.directions[0].waiting = []
    from.connections.add(connection)
    this.attempt(connection)
    return connection
  }

  /** A connection that was made before time zero. */
  settledConnection(from: Slot<M>, to: Slot<M>): Connection<M> {
    const connection = this.connect(from, to)
    connection.directions[0].generation += 1
    this.accept(connection)
    this.establish(connection)
    return connection
  }

  /** One-way delay of a message that leaves now. */
  delay({ ends }: Connection<M>, side: Side): Micros {
    return this.topology.delay(ends[side].hostIndex, ends[opposite(side)].hostIndex)
  }

  /** Puts a message on its way that left before time zero and has not arrived yet. */
  settledMessage(connection: Connection<M>, side: Side, left: Micros, message: M): void {
    this.depart(connection, side, left).message = message
  }

  send(connection: Connection<M>, side: Side, message: M | typeof END_OF_STREAM): void {
    if (connection.state === 'closed' || connection.closed[side]) return
    const { waiting } = connection.directions[side]
    if (waiting !== null) waiting.push(message)
    else if (!this.open(connection, side) || this.acknowledgementsLost(connection, side)) this.stall(connection, side, [message])
    else this.depart(connection, side, this.now).message = message
  }

  /** Closes this side: what was sent still arrives, then the other side reads the end. */
  close(connection: Connection<M>, side: Side): void {
    if (connection.state === 'closed' || connection.closed[side]) return
    if (connection.state === 'connecting') {
      connection.state = 'closed'
      connection.directions[0].generation += 1
    } else {
      this.send(connection, side, END_OF_STREAM)
    }
    connection.closed[side] = true
    connection.ends[side].connections.delete(connection)
  }

  /** One side has died: nothing more arrives in either direction but the end of the stream. */
  protected sever(connection: Connection<M>, side: Side): void {
    for (const direction of connection.directions) {
      direction.generation += 1
      direction.waiting = null
    }
    connection.closed[side] = true
    if (connection.state === 'connecting' && side === 0) {
      connection.state = 'closed'
      connection.ends[1].connections.delete(connection)
    } else if (this.open(connection, side)) this.depart(connection, side, this.now).message = END_OF_STREAM
    else this.stall(connection, side, [END_OF_STREAM])
  }

  /** Bytes have reached a side that is gone: its host says so at once, even when the end of the stream still waits for its timer. */
  protected reset(connection: Connection<M>, side: Side): void {
    const other = opposite(side)
    if (connection.reset || connection.closed[other] || !this.open(connection, side)) return
    connection.reset = true
    this.later(this.delay(connection, side), 'reset', connection, other)
  }

  /** What becomes of an entry that concerns a connection, unless the direction has changed since. */
  protected move({ connection, side, generation, kind, message, batch }: Entry<M>): void {
    if (connection === null || connection.directions[side].generation !== generation) return
    switch (kind) {
      case 'delivery':
        if (message !== null) this.wake(connection, opposite(side), message)
        else if (batch !== null) for (const one of batch) this.wake(connection, opposite(side), one)
        break
      case 'retransmission':
        this.retransmit(connection, side)
        break
      case 'attempt':
        this.attempt(connection)
        break
      case 'arrival':
        this.arrive(connection)
        break
      case 'established':
        this.establish(connection)
        break
      case 'refused':
        this.wake(connection, 0, 'refused')
        break
      case 'reset':
        this.wake(connection, side, END_OF_STREAM)
        break
    }
  }

  /** Whether packets pass from this side to the other. */
  private open({ ends }: Connection<M>, side: Side): boolean {
    return this.topology.open(ends[side].hostIndex, ends[opposite(side)].hostIndex)
  }

  private later(delay: Micros, kind: EntryKind, connection: Connection<M>, side: Side): Entry<M> {
    return this.schedule(this.now + delay, kind, null, connection, side, connection.directions[side].generation)
  }

  private attempt(connection: Connection<M>): void {
    if (this.open(connection, 0) && this.open(connection, 1)) {
      this.later(this.delay(connection, 0), 'arrival', connection, 0)
      return
    }
    connection.attempts += 1
    const doublings = Math.max(0, connection.attempts - LINEAR_SYN_RETRIES)
    this.later(Math.min(FIRST_SYN_RETRY * 2 ** doublings, LONGEST_RETRANSMISSION), 'attempt', connection, 0)
  }

  private arrive(connection: Connection<M>): void {
    const alive = connection.ends[1].status !== 'dead'
    if (alive) this.accept(connection)
    this.later(this.delay(connection, 1), alive ? 'established' : 'refused', connection, 0)
  }

  private accept(connection: Connection<M>): void {
    const target = connection.ends[1]
    connection.incarnations[1] = target.incarnation
    target.connections.add(connection)
  }

  private establish(connection: Connection<M>): void {
    connection.state = 'open'
    const direction = connection.directions[0]
    const waiting = direction.waiting ?? []
    direction.waiting = null
    for (const message of waiting) this.send(connection, 0, message)
    this.wake(connection, 0, 'open')
  }

  /** A sender that hears no acknowledgement goes on for one retransmission timeout, then sends nothing new. */
  private acknowledgementsLost(connection: Connection<M>, side: Side): boolean {
    const direction = connection.directions[side]
    if (this.open(connection, opposite(side))) {
      direction.unacknowledgedSince = -1
      return false
    }
    if (direction.unacknowledgedSince < 0) direction.unacknowledgedSince = this.now
    return this.now - direction.unacknowledgedSince > FIRST_RETRANSMISSION
  }

  /** Schedules a delivery; it arrives behind everything that left before. */
  private depart(connection: Connection<M>, side: Side, left: Micros): Entry<M> {
    const direction = connection.directions[side]
    direction.lastArrival = Math.max(left + this.delay(connection, side), direction.lastArrival)
    return this.schedule(direction.lastArrival, 'delivery', null, connection, side, direction.generation)
  }

  /** The path has failed: what comes now waits for the retransmission timer. */
  private stall(connection: Connection<M>, side: Side, waiting: Waiting<M>): void {
    const direction = connection.directions[side]
    direction.waiting = waiting
    direction.stalledAt = this.now
    this.later(FIRST_RETRANSMISSION, 'retransmission', connection, side)
  }

  private retransmit(connection: Connection<M>, side: Side): void {
    const direction = connection.directions[side]
    if (this.open(connection, 0) && this.open(connection, 1)) {
      this.depart(connection, side, this.now).batch = direction.waiting
      direction.waiting = null
      direction.unacknowledgedSince = -1
    } else {
      // The silence so far, once more: in all it doubles.
      this.later(Math.min(this.now - direction.stalledAt, LONGEST_RETRANSMISSION), 'retransmission', connection, side)
    }
  }

  /** Paths have been cut: what is on its way there is lost, and waits before everything else that waits. */
  private strand(): void {
    const lost = new Map<Direction<M>, { readonly connection: Connection<M>; readonly side: Side; readonly bytes: Waiting<M> }>()
    for (const { connection, side, generation, message, batch } of this.queue.select(({ kind }) => kind === 'delivery')) {
      if (connection === null || this.open(connection, side)) continue
      const direction = connection.directions[side]
      if (generation !== direction.generation) continue
      const bytes: Waiting<M> = lost.get(direction)?.bytes ?? []
      if (message !== null) bytes.push(message)
      else if (batch !== null) bytes.push(...batch)
      lost.set(direction, { connection, side, bytes })
    }
    for (const [direction, { connection, side, bytes }] of lost) {
      direction.generation += 1
      this.stall(connection, side, [...bytes, ...(direction.waiting ?? [])])
    }
  }
}
