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
  type Side,
  type Waiting,
} from './connection'
import type { Entry, EntryKind, Slot } from './process'
import { EventQueue } from './queue'
import { RandomStream } from './random'
import type { Micros } from './time'
import { Topology } from './topology'

/**
 * Virtual time, processes and the network between them. Knows nothing of Redis: `M` is whatever the processes say to each other.
 *
 * Connections behave like TCP over a network that can be cut (R24): in order, delayed, silent when cut in either direction, delivered
 * by the retransmission after the heal, refused when the process is dead. Bytes on their way die with the process that sent them: the
 * latency of a link stands for what queues on the sender's side, not for light in a fibre.
 */
export class World<M> {
  now: Micros = 0
  private readonly topology: Topology
  readonly slots: Slot<M>[] = []
  /** Entries taken from the queue so far. */
  dispatched = 0
  /** The most entries that ever waited at once. */
  longestQueue = 0
  private readonly queue = new EventQueue<Entry<M>>()
  private sequence = 0
  private connections = 0

  constructor(
    private readonly scenario: Scenario,
    /** Null runs without a journal. */
    private readonly journal: JournalEvent[] | null,
    private readonly onAction: (index: number) => void,
  ) {
    this.topology = new Topology(Object.keys(scenario.hosts), scenario.network, scenario.seed)
  }

  /** Index of a host in the topology. */
  hostIndex(host: string): number {
    return this.topology.index(host)
  }

  stream(name: string): RandomStream {
    return new RandomStream(this.scenario.seed, name)
  }

  emit(event: JournalEvent): void {
    if (this.journal !== null) this.journal.push(event)
  }

  /** Runs until nothing is left or `end` is passed. */
  runUntil(end: Micros): void {
    const queue = this.queue
    while (queue.nextAt <= end) {
      if (queue.size > this.longestQueue) this.longestQueue = queue.size
      const entry = queue.pop()
      if (entry === undefined) break
      this.now = entry.at
      this.dispatched += 1
      this.dispatch(entry)
    }
    this.now = end
  }

  scheduleAction(at: Micros, index: number): void {
    this.schedule(at, 'action', 0, null, 0, index, '')
  }

  /** Wakes the process with `onTimer(name, argument)`; void when the process dies before. */
  timer(slot: Slot<M>, at: Micros, name: string, argument = 0): void {
    const entry = this.schedule(at, 'timer', slot.index, null, 0, slot.incarnation, name)
    entry.argument = argument
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
      id: this.connections,
      ends: [from.index, to.index],
      hosts: [from.hostIndex, to.hostIndex],
      incarnations: [from.incarnation, to.incarnation],
      state: 'connecting',
      closed: [false, false],
      reset: false,
      attempts: 0,
      directions: [newDirection(), newDirection()],
    }
    this.connections += 1
    connection.directions[0].waiting = []
    from.connections.add(connection)
    this.attempt(connection)
    return connection
  }

  /** A connection that was made before time zero. */
  settledConnection(from: Slot<M>, to: Slot<M>): Connection<M> {
    const connection = this.connect(from, to)
    connection.directions[0].generation += 1
    this.accept(connection, to)
    this.establish(connection)
    return connection
  }

  /** One-way delay of a message that leaves now. */
  delay(connection: Connection<M>, side: Side): Micros {
    return this.topology.delay(connection.hosts[side], connection.hosts[side === 0 ? 1 : 0])
  }

  /** Puts a message on its way that left before time zero and has not arrived yet. */
  settledMessage(connection: Connection<M>, side: Side, left: Micros, message: M): void {
    this.depart(connection, side, left).message = message
  }

  send(connection: Connection<M>, side: Side, message: M | typeof END_OF_STREAM): void {
    if (connection.state === 'closed' || connection.closed[side]) return
    const direction = connection.directions[side]
    if (direction.waiting !== null) {
      direction.waiting.push(message)
      return
    }
    const from = connection.hosts[side]
    const to = connection.hosts[side === 0 ? 1 : 0]
    if (!this.topology.open(from, to) || this.acknowledgementsLost(direction, from, to)) this.stall(connection, side, [message])
    else this.fly(connection, side, message)
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
    this.slotOf(connection, side).connections.delete(connection)
  }

  slotOf(connection: Connection<M>, side: Side): Slot<M> {
    return this.slots[connection.ends[side]] as Slot<M>
  }

  /** SIGKILL: the process is gone, with everything it had not yet delivered. */
  kill(slot: Slot<M>): void {
    const connections = [...slot.connections]
    slot.die()
    for (const connection of connections) this.sever(connection, connection.ends[0] === slot.index ? 0 : 1)
  }

  pause(slot: Slot<M>): void {
    slot.status = 'paused'
    slot.pausedAt = this.now
  }

  /** SIGCONT: reads what has piled up on its sockets, in order, then runs its overdue timers (R2). */
  resume(slot: Slot<M>): void {
    slot.status = 'running'
    slot.resumedAt = this.now
    const incarnation = slot.incarnation
    for (const wake of slot.takeInbox()) {
      if (slot.incarnation !== incarnation) return
      this.notify(slot, wake.connection, wake.side, wake.message)
    }
    for (const timer of slot.takeOverdue()) {
      if (slot.incarnation === incarnation) slot.live.onTimer(this, timer.name, timer.argument)
    }
  }

  private schedule(
    at: Micros,
    kind: EntryKind,
    slot: number,
    connection: Connection<M> | null,
    side: Side,
    generation: number,
    name: string,
  ): Entry<M> {
    const entry: Entry<M> = {
      at,
      seq: this.sequence,
      kind,
      slot,
      connection,
      side,
      generation,
      name,
      argument: 0,
      message: null,
      batch: null,
    }
    this.sequence += 1
    this.queue.push(entry)
    return entry
  }

  private dispatch(entry: Entry<M>): void {
    if (entry.kind === 'timer') {
      this.fire(entry)
      return
    }
    if (entry.kind === 'action') {
      this.onAction(entry.generation)
      return
    }
    const connection = entry.connection
    if (connection === null || connection.directions[entry.side].generation !== entry.generation) return
    switch (entry.kind) {
      case 'delivery':
        if (entry.message !== null) this.wake(connection, entry.side === 0 ? 1 : 0, entry.message)
        else if (entry.batch !== null) for (const message of entry.batch) this.wake(connection, entry.side === 0 ? 1 : 0, message)
        break
      case 'retransmission':
        this.retransmit(connection, entry.side)
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
        this.finish(connection, 0, 'refused')
        break
      case 'reset':
        this.finish(connection, entry.side, 'closed')
        break
    }
  }

  private fire(entry: Entry<M>): void {
    const slot = this.slots[entry.slot] as Slot<M>
    if (slot.incarnation !== entry.generation) return
    if (slot.status === 'paused') slot.overdue.push(entry)
    else slot.live.onTimer(this, entry.name, entry.argument)
  }

  private attempt(connection: Connection<M>): void {
    const [from, to] = connection.hosts
    const direction = connection.directions[0]
    if (this.topology.open(from, to) && this.topology.open(to, from)) {
      this.schedule(this.now + this.topology.delay(from, to), 'arrival', 0, connection, 0, direction.generation, '')
      return
    }
    connection.attempts += 1
    const doublings = Math.max(0, connection.attempts - LINEAR_SYN_RETRIES)
    const backoff = Math.min(FIRST_SYN_RETRY * 2 ** doublings, LONGEST_RETRANSMISSION)
    this.schedule(this.now + backoff, 'attempt', 0, connection, 0, direction.generation, '')
  }

  private arrive(connection: Connection<M>): void {
    const target = this.slotOf(connection, 1)
    const [from, to] = connection.hosts
    const alive = target.status !== 'dead'
    if (alive) this.accept(connection, target)
    const kind = alive ? 'established' : 'refused'
    this.schedule(this.now + this.topology.delay(to, from), kind, 0, connection, 0, connection.directions[0].generation, '')
  }

  private accept(connection: Connection<M>, target: Slot<M>): void {
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

  private acknowledgementsLost(direction: Direction<M>, from: number, to: number): boolean {
    if (this.topology.open(to, from)) {
      direction.unacknowledgedSince = -1
      return false
    }
    // A sender that hears no acknowledgement goes on for one retransmission timeout, then sends nothing new.
    if (direction.unacknowledgedSince < 0) direction.unacknowledgedSince = this.now
    return this.now - direction.unacknowledgedSince > FIRST_RETRANSMISSION
  }

  private fly(connection: Connection<M>, side: Side, message: M | typeof END_OF_STREAM): void {
    this.depart(connection, side, this.now).message = message
  }

  /** Schedules a delivery; it arrives behind everything that left before. */
  private depart(connection: Connection<M>, side: Side, left: Micros): Entry<M> {
    const direction = connection.directions[side]
    const arrival = Math.max(left + this.delay(connection, side), direction.lastArrival)
    direction.lastArrival = arrival
    return this.schedule(arrival, 'delivery', 0, connection, side, direction.generation, '')
  }

  /** The path has failed: what comes now waits for the retransmission timer. */
  private stall(connection: Connection<M>, side: Side, waiting: Waiting<M>): void {
    const direction = connection.directions[side]
    direction.waiting = waiting
    direction.stalledAt = this.now
    this.schedule(this.now + FIRST_RETRANSMISSION, 'retransmission', 0, connection, side, direction.generation, '')
  }

  /** Paths have been cut: what is on its way there is lost, and waits before everything else that waits. */
  private strand(): void {
    const stranded = new Map<Direction<M>, Entry<M>[]>()
    for (const entry of this.queue.select(({ kind }) => kind === 'delivery')) {
      const { connection, side } = entry
      if (connection === null || this.topology.open(connection.hosts[side], connection.hosts[side === 0 ? 1 : 0])) continue
      const direction = connection.directions[side]
      if (entry.generation !== direction.generation) continue
      stranded.set(direction, [...(stranded.get(direction) ?? []), entry])
    }
    for (const [direction, [first, ...rest]] of stranded) {
      if (first === undefined || first.connection === null) continue
      direction.generation += 1
      const lost: Waiting<M> = []
      for (const { message, batch } of [first, ...rest]) {
        if (message !== null) lost.push(message)
        else if (batch !== null) lost.push(...batch)
      }
      this.stall(first.connection, first.side, [...lost, ...(direction.waiting ?? [])])
    }
  }

  private retransmit(connection: Connection<M>, side: Side): void {
    const direction = connection.directions[side]
    const from = connection.hosts[side]
    const to = connection.hosts[side === 0 ? 1 : 0]
    if (this.topology.open(from, to) && this.topology.open(to, from)) {
      const waiting = direction.waiting ?? []
      direction.waiting = null
      direction.unacknowledgedSince = -1
      this.depart(connection, side, this.now).batch = waiting
      return
    }
    // The silence so far, once more: in all it doubles.
    const backoff = Math.min(this.now - direction.stalledAt, LONGEST_RETRANSMISSION)
    this.schedule(this.now + backoff, 'retransmission', 0, connection, side, direction.generation, '')
  }

  /** One side has died: nothing more arrives in either direction but the end of the stream. */
  private sever(connection: Connection<M>, side: Side): void {
    const other: Side = side === 0 ? 1 : 0
    for (const direction of connection.directions) {
      direction.generation += 1
      direction.waiting = null
    }
    connection.closed[side] = true
    if (connection.state === 'connecting' && side === 0) {
      connection.state = 'closed'
      this.slotOf(connection, 1).connections.delete(connection)
      return
    }
    if (this.topology.open(connection.hosts[side], connection.hosts[other])) this.fly(connection, side, END_OF_STREAM)
    else this.stall(connection, side, [END_OF_STREAM])
  }

  private wake(connection: Connection<M>, side: Side, message: M | typeof END_OF_STREAM | 'open'): void {
    const slot = this.slotOf(connection, side)
    if (connection.closed[side] || slot.incarnation !== connection.incarnations[side]) {
      if (message !== 'open') this.reset(connection, side)
      return
    }
    if (slot.status === 'paused') slot.inbox.push({ connection, side, message })
    else this.notify(slot, connection, side, message)
  }

  /** Bytes have reached a side that is gone: its host says so at once, even when the end of the stream still waits for its timer. */
  private reset(connection: Connection<M>, side: Side): void {
    const other: Side = side === 0 ? 1 : 0
    const from = connection.hosts[side]
    const to = connection.hosts[other]
    if (connection.reset || connection.closed[other] || !this.topology.open(from, to)) return
    connection.reset = true
    this.schedule(
      this.now + this.topology.delay(from, to),
      'reset',
      0,
      connection,
      other,
      connection.directions[other].generation,
      '',
    )
  }

  private notify(
    slot: Slot<M>,
    connection: Connection<M>,
    side: Side,
    message: M | typeof END_OF_STREAM | 'open' | 'refused',
  ): void {
    if (connection.closed[side]) return
    if (message === 'open') slot.live.onOpen(this, connection)
    else if (message === END_OF_STREAM) this.finish(connection, side, 'closed')
    else if (message === 'refused') this.finish(connection, side, 'refused')
    else slot.live.onMessage(this, connection, side, message)
  }

  private finish(connection: Connection<M>, side: Side, reason: 'closed' | 'refused'): void {
    const slot = this.slotOf(connection, side)
    if (connection.closed[side]) return
    if (slot.status === 'paused') {
      slot.inbox.push({ connection, side, message: reason === 'refused' ? 'refused' : END_OF_STREAM })
      return
    }
    connection.state = 'closed'
    connection.closed[side] = true
    slot.connections.delete(connection)
    slot.live.onClosed(this, connection, side, reason)
  }
}
