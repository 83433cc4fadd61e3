import type { LockerBegin } from './protocol'
import { Server } from './server'

/** The servers of a lock that is taken on several, in the order of the list. */
export function serversOf({ spec, servers, localAddress }: LockerBegin): readonly Server[] {
  const hosts = typeof spec.connect === 'string' ? [spec.connect] : spec.connect
  return hosts.map((host) => {
    const endpoint = servers[host]
    if (endpoint === undefined) throw new Error(`no host "${host}"`)
    return new Server(endpoint, localAddress)
  })
}
