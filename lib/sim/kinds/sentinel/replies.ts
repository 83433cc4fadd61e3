import type { ConnectionId } from '../../core/end'
import type { Handlers } from '../../core/model'
import type { Message } from '../messages'
import type { ClusterProtocol, ClusterWorld } from '../protocol'
import { handleAnswer } from './down'
import { processHello } from './hello'
import { refreshFromInfo } from './info'
import type { Instance } from './instance'
import { instanceAt, type SentinelState } from './state'

type FromInstance<M> = (world: ClusterWorld, sentinel: SentinelState, instance: Instance, message: M) => void

/** A handler of what an instance answers to a command. */
function answer<M extends Message>(
  handle: FromInstance<M>,
): (world: ClusterWorld, sentinel: SentinelState, message: M, connection: ConnectionId) => void {
  return (world, sentinel, message, connection) => {
    const instance = instanceAt(sentinel, connection)
    if (instance === undefined) return
    instance.link.pending -= 1
    handle(world, sentinel, instance, message)
  }
}

/** What a sentinel does with what an instance answers, or passes on through its subscription. */
export const fromInstances = {
  pong: answer((world, _sentinel, instance) => {
    const { link } = instance
    link.lastAvailable = world.now
    link.lastPong = world.now
    link.activePing = null
    instance.rebootedAt = null
  }),
  published: answer((world, _sentinel, instance) => {
    instance.lastPublish = world.now
  }),
  'info-reply': answer((world, sentinel, instance, { info }) => refreshFromInfo(world, sentinel, instance, info)),
  'ask-reply': answer(handleAnswer),
  reconfigured: answer(() => {}),
  hello(world, sentinel, { hello }, connection) {
    const instance = instanceAt(sentinel, connection)
    if (instance === undefined) return
    instance.link.lastHelloActivity = world.now
    processHello(world, sentinel, hello)
  },
} satisfies Handlers<ClusterProtocol, SentinelState>
