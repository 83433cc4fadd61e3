import { mayUseNamespaces } from '../network/namespaces'
import { findProgram } from '../process/child'

/** Why the lab cannot run as it should on this machine; null when it can. */
export function whyNoLab(): string | null {
  if (findProgram('redis-server') === null || findProgram('redis-sentinel') === null) return 'redis-server is missing'
  const ip = findProgram('ip')
  if (ip === null || findProgram('iptables-restore') === null) return 'iproute2 or iptables is missing'
  return mayUseNamespaces({ ip }) ? null : 'network namespaces are not allowed here'
}
