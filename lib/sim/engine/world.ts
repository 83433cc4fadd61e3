import type { JournalEvent } from '../journal'
import type { Scenario } from '../scenario/scenario'
import { type Connection, END_OF_STREAM, type Side } from './connection'
import { Network } from './network'
import type { Slot, Wake } from './process'
import type { Micros } from './time'
import type { Entry } from './timeline'

/** Virtual time, the network, and the processes that live in both. Knows nothing of Redis: `M` is whatever they say to each other. */
export class World<M> extends Network<M> {
  readonly slots: Slot<M>[] = []

  constructor(
    scenario: Scenario,
    journal: JournalEvent[] | null,
    private readonly onAction: (index: number) => void,
  ) {
    super(scenario, journal)
  }

  scheduleAction(at: Micros, index: number): void {
    this.schedule(at, 'action', null, null, 0, 0).argument = index
  }

  /** Wakes the process with `onTimer(name, argument)`; void when the process dies before. */
  timer(slot: Slot<M>, at: Micros, name: string, argument = 0): void {
    const entry = this.schedule(at, 'timer', slot, null, 0, slot.incarnation)
    entry.name = name
    entry.argument = argument
  }

  /** SIGKILL: the process is gone, with everything it had not yet delivered. */
  kill(slot: Slot<M>): void {
    const connections = [...slot.connections]
    slot.die()
    for (const connection of connections) this.sever(connection, connection.ends[0] === slot ? 0 : 1)
  }

  /** SIGSTOP. */
  pause(slot: Slot<M>): void {
    slot.status = 'paused'
    slot.pausedAt = this.now
  }

  /** SIGCONT: reads what has piled up on its sockets, one after the other, then runs its overdue timers (R2). */
  resume(slot: Slot<M>): void {
    slot.status = 'running'
    slot.resumedAt = this.now
    const { turn, next } = slot.takeInbox()
    for (const { connection, side, message } of turn) this.notify(slot, connection, side, message)
    for (const { name, argument } of slot.takeOverdue()) slot.live.onTimer(this, name, argument)
    for (const { connection, side, message } of next) this.notify(slot, connection, side, message)
  }

  protected override dispatch(entry: Entry<M>): void {
    if (entry.kind === 'timer') this.fire(entry)
    else if (entry.kind === 'action') this.onAction(entry.argument)
    else this.move(entry)
  }

  protected override wake(connection: Connection<M>, side: Side, message: Wake<M>['message']): void {
    const slot = connection.ends[side]
    if (connection.closed[side] || slot.incarnation !== connection.incarnations[side]) {
      if (message !== 'open') this.reset(connection, side)
    } else if (slot.status === 'paused') slot.inbox.push({ connection, side, message })
    else this.notify(slot, connection, side, message)
  }

  private fire(entry: Entry<M>): void {
    const { slot } = entry
    if (slot === null || slot.incarnation !== entry.generation) return
    if (slot.status === 'paused') slot.overdue.push(entry)
    else slot.live.onTimer(this, entry.name, entry.argument)
  }

  private notify(slot: Slot<M>, connection: Connection<M>, side: Side, message: Wake<M>['message']): void {
    if (connection.closed[side]) return
    if (message === 'open') slot.live.onOpen(this, connection)
    else if (message === END_OF_STREAM || message === 'refused') {
      connection.state = 'closed'
      connection.closed[side] = true
      slot.connections.delete(connection)
      slot.live.onClosed(this, connection, side, message === 'refused' ? 'refused' : 'closed')
    } else slot.live.onMessage(this, connection, side, message)
  }
}
