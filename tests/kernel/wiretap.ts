import type { Postmark } from '@/lib/sim/core/model'
import type { Place } from '@/lib/sim/core/place'
import { step } from '@/lib/sim/core/step'
import type { Micros } from '@/lib/sim/core/time'
import { placeAt } from '@/lib/sim/core/world'
import { KINDS } from '@/lib/sim/kinds/kinds'
import type { Message } from '@/lib/sim/kinds/messages'
import type { ClusterWorld } from '@/lib/sim/kinds/protocol'
import { begin, endOf } from '@/lib/sim/simulate'
import { WireLog } from '@/lib/sim/wire'
import type { Cluster } from './cluster'

/** One message, timer, attempt to connect or end of a stream, at the moment it was sent, set or begun. Processes are named `host.kind`. */
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

/** Notes what the wire carries, and what shows in the queue beside it: timers, attempts to connect, ends of streams. */
class Tap extends WireLog {
  readonly heard: Heard[] = []
  private sequence = 0
  private connections = 0

  constructor(private readonly world: () => ClusterWorld) {
    super()
  }

  override sent(mark: Postmark, from: Place<Message>, to: Place<Message>, message: Message): void {
    super.sent(mark, from, to, message)
    this.look()
    this.note(from, to, message.type, message)
  }

  /** What has come about so far is not noted any more. */
  skip(): void {
    const { sequence, connections } = this.world()
    this.sequence = sequence
    this.connections = connections.length
  }

  look(): void {
    const fresh = this.world().queue.filter(({ seq }) => seq >= this.sequence)
    for (const entry of fresh.sort((a, b) => a.seq - b.seq)) this.read(entry)
    this.skip()
  }

  private read(entry: ClusterWorld['queue'][number]): void {
    const world = this.world()
    if (entry.type === 'timer') {
      const place = placeAt(world, entry.of)
      this.note(place, place, 'timer', null, entry.item, entry.at)
    }
    if (entry.type === 'action' || entry.type === 'timer' || entry.type === 'burst') return
    const { of: connection, side } = entry
    const [one, other] = world.connections[connection]?.ends.map((end) => placeAt(world, end)) ?? []
    if (one === undefined || other === undefined) return
    if (entry.type === 'packet' && entry.item === null)
      this.note(...(side === 0 ? ([one, other] as const) : ([other, one] as const)), 'end', null)
    if ((entry.type === 'arrival' || entry.type === 'attempt') && connection >= this.connections)
      this.note(one, other, 'connect', null)
  }

  private note(
    from: Place<Message>,
    to: Place<Message>,
    what: Heard['what'],
    message: Message | null,
    timer = '',
    due = 0,
  ): void {
    this.heard.push({ at: this.world().now, from: nameOf(from), to: nameOf(to), what, message, timer, due })
  }
}

/** Runs a scenario and returns everything that was said, in order: what the journal does not tell. */
export function wiretap(cluster: Cluster, seed = 1): readonly Heard[] {
  const scenario = { ...cluster.scenario, seed }
  const tap = new Tap(() => world)
  const silent = begin(scenario, KINDS, { journal: null, wire: null })
  const world: ClusterWorld = { ...silent, wiring: { ...silent.wiring, wire: tap } }
  tap.skip()
  while (step(world, endOf(scenario))) tap.look()
  return tap.heard
}

function nameOf({ host, kind }: Place<Message>): string {
  return `${host}.${kind}`
}
