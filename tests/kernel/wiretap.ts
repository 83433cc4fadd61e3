import { applyAction } from '@/lib/sim/actions'
import { Deployment } from '@/lib/sim/deployment'
import { type END_OF_STREAM, opposite, type Side } from '@/lib/sim/engine/connection'
import { type Micros, micros } from '@/lib/sim/engine/time'
import { World } from '@/lib/sim/engine/world'
import type { ClusterConnection, ClusterSlot, ClusterWorld, Message } from '@/lib/sim/redis/messages'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { settle } from '@/lib/sim/settle'
import type { Cluster } from './cluster'

/** One message or timer, at the moment it was sent or set. Processes are named `host.kind`. */
export interface Heard {
  readonly at: Micros
  readonly from: string
  readonly to: string
  readonly what: Message['type'] | 'connect' | 'timer' | 'end'
  readonly message: Message | null
  /** Of a timer: its name, and when it rings. */
  readonly timer: string
  readonly due: Micros
}

class TappedWorld extends World<Message> {
  readonly heard: Heard[] = []
  /** Said before the connection was there: the world says it again once it is. */
  private readonly early = new WeakSet<Message>()

  override send(connection: ClusterConnection, side: Side, message: Message | typeof END_OF_STREAM): void {
    this.noteMessage(connection, side, message)
    super.send(connection, side, message)
  }

  override connect(from: ClusterSlot, to: ClusterSlot): ClusterConnection {
    this.note(from, to, 'connect', null)
    return super.connect(from, to)
  }

  override timer(slot: ClusterSlot, at: Micros, name: string, argument = 0): void {
    this.note(slot, slot, 'timer', null, name, at)
    super.timer(slot, at, name, argument)
  }

  private noteMessage(connection: ClusterConnection, side: Side, message: Message | typeof END_OF_STREAM): void {
    if (connection.closed[side]) return
    const ends = [connection.ends[side], connection.ends[opposite(side)]] as const
    if (typeof message === 'symbol') {
      this.note(...ends, 'end', null)
      return
    }
    if (this.early.delete(message)) return
    if (connection.state === 'connecting') this.early.add(message)
    this.note(...ends, message.type, message)
  }

  private note(from: ClusterSlot, to: ClusterSlot, what: Heard['what'], message: Message | null, timer = '', due = 0): void {
    this.heard.push({ at: this.now, from: nameOf(from), to: nameOf(to), what, message, timer, due })
  }
}

/** Runs a scenario and returns everything that was said, in order: what the journal does not tell. */
export function wiretap(cluster: Cluster, seed = 1): readonly Heard[] {
  const scenario: Scenario = { ...cluster.scenario, seed }
  const world = new TappedWorld(scenario, null, (index) => applyAction(tapped, deployment, operators, index))
  const tapped: ClusterWorld = world
  const deployment = new Deployment(scenario, world)
  const operators = settle(world, deployment)
  world.heard.length = 0
  scenario.actions.forEach((action, index) => {
    world.scheduleAction(micros(action.atMs), index)
  })
  world.runUntil(micros(scenario.durationMs))
  return world.heard
}

function nameOf(slot: ClusterSlot): string {
  return `${slot.host}.${slot.kind}`
}
