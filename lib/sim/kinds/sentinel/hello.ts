import type { ClusterWorld } from '../protocol'
import { HELLO_PERIOD } from './constants'
import { type Instance, newInstance } from './instance'
import { tell } from './link'
import type { Hello } from './messages'
import { changePrimary } from './reset'
import { instancesOf, note, primaryNamed, type SentinelState } from './state'

/** Publishes what this sentinel believes on one instance (R119). */
export function sendHello(world: ClusterWorld, sentinel: SentinelState, instance: Instance): void {
  if (instance.link.disconnected) return
  world.cause = sentinel.configBy
  const hello: Hello = {
    sentinel: sentinel.host,
    currentEpoch: sentinel.currentEpoch,
    primary: primaryNamed(sentinel),
    configEpoch: sentinel.configEpoch,
  }
  tell(world, sentinel, instance, { type: 'publish', hello })
}

/** Makes every hello due at the next tick: a new configuration must spread (R113). */
export function forceHellos(sentinel: SentinelState): void {
  for (const instance of instancesOf(sentinel)) instance.lastPublish -= HELLO_PERIOD + 1000
}

/** A hello of another sentinel: a larger epoch is adopted, a newer configuration wins (R119). */
export function processHello(world: ClusterWorld, sentinel: SentinelState, hello: Hello): void {
  if (hello.sentinel === sentinel.host) return
  const peer = sentinel.peers.find(({ host }) => host === hello.sentinel)
  if (peer === undefined) {
    sentinel.peers.push(newInstance('sentinel', hello.sentinel, world.now))
    return
  }
  adoptEpoch(world, sentinel, hello.currentEpoch)
  if (hello.configEpoch <= sentinel.configEpoch) return
  sentinel.configEpoch = hello.configEpoch
  if (hello.primary === sentinel.primary.host) return
  note(world, sentinel, '+config-update-from', peer, { peer: peer.host, epoch: hello.configEpoch })
  note(world, sentinel, '+switch-master', sentinel.primary, { to: hello.primary })
  changePrimary(world, sentinel, hello.primary)
}

/** A larger epoch is taken over wherever it is seen. */
export function adoptEpoch(world: ClusterWorld, sentinel: SentinelState, epoch: number): void {
  if (epoch <= sentinel.currentEpoch) return
  sentinel.currentEpoch = epoch
  note(world, sentinel, '+new-epoch', sentinel.primary, { epoch })
}
