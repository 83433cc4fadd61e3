import type { Placed } from '../../core/model'
import { integerIn, newStream, type Stream } from '../../core/random'
import { NEVER, SECOND } from '../../core/time'
import { send, settledConnection } from '../../core/transport'
import { placeAt } from '../../core/world'
import { SENTINEL_DEFAULTS } from '../../defaults'
import type { ClusterProtocol, ClusterWorld } from '../protocol'
import { serverOn } from '../redis/state'
import { HELLO_PERIOD, INFO_PERIOD, MIN_LINK_RECONNECT_PERIOD, PING_PERIOD, TICK_PERIODS } from './constants'
import type { Instance } from './instance'
import { placeOfInstance } from './link'
import type { SentinelSpec } from './spec'
import { instancesOf, newSentinel, refOf, type SentinelState } from './state'
import { scheduleTick } from './tick'

/** Sentinels as they stand at time zero: each knows the replicas and the others, links up, every period at a phase drawn from the seed. */
export function settleSentinels(world: ClusterWorld, placed: readonly Placed<ClusterProtocol, SentinelSpec>[]): void {
  const sentinels = placed.map(({ place, spec: { monitor, quorum, conf } }) => {
    const file = {
      primary: monitor,
      replicas: followersOf(world, monitor),
      sentinels: placed.flatMap((other) => (other.place !== place && other.spec.monitor === monitor ? [other.place.host] : [])),
      currentEpoch: 0,
      configEpoch: 0,
      voteEpoch: 0,
    }
    const settings = { quorum, conf: { ...SENTINEL_DEFAULTS, ...conf } }
    const lastTick = -integerIn(newStream(world.seed, `tick phase:${place.host}`), 0, Math.min(...TICK_PERIODS) - 1)
    const sentinel = newSentinel(world, place, settings, file, lastTick)
    place.state = sentinel
    scheduleTick(world, sentinel)
    return sentinel
  })
  for (const sentinel of sentinels) for (const instance of instancesOf(sentinel)) settleLink(world, sentinel, instance)
}

/** The replicas of a primary, in the order of the scenario. */
function followersOf(world: ClusterWorld, monitor: string): readonly string[] {
  const servers = world.places.filter(({ kind }) => kind === 'redis')
  return servers.map(({ host }) => host).filter((host) => serverOn(world, host).primary === monitor)
}

function settleLink(world: ClusterWorld, sentinel: SentinelState, instance: Instance): void {
  const phases = newStream(world.seed, `phase:${sentinel.host}>${instance.host}.${instance.kind}`)
  const { link } = instance
  link.commands = settledConnection(world, placeAt(world, sentinel.place), placeOfInstance(world, instance))
  sentinel.links[link.commands] = refOf(sentinel, instance)
  link.commandsSince = -2 * MIN_LINK_RECONNECT_PERIOD
  link.disconnected = false
  link.lastPing = -integerIn(phases, 0, PING_PERIOD - 1)
  link.lastPong = link.lastPing
  link.lastAvailable = link.lastPing
  link.activePing = null
  instance.lastPublish = -integerIn(phases, 0, HELLO_PERIOD - 1)
  instance.lastAnswer = NEVER
  if (instance.kind !== 'sentinel') settleServer(world, sentinel, instance, phases)
}

function settleServer(world: ClusterWorld, sentinel: SentinelState, instance: Instance, phases: Stream): void {
  const server = serverOn(world, instance.host)
  const { link } = instance
  link.hellos = settledConnection(world, placeAt(world, sentinel.place), placeOfInstance(world, instance))
  sentinel.links[link.hellos] = refOf(sentinel, instance)
  link.hellosSince = link.commandsSince
  link.lastHelloActivity = 0
  send(world, link.hellos, 0, { type: 'subscribe' })
  instance.infoRefresh = -integerIn(phases, 0, INFO_PERIOD - 1)
  instance.runId = server.runId
  instance.roleReportedAt = -60 * SECOND
  instance.follows = server.primary
  instance.followsSince = -60 * SECOND
  instance.linkUp = true
  instance.priority = server.conf['replica-priority']
  instance.offset = server.offset
}
