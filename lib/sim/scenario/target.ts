import type { Host, Hosts } from '../kinds/host'
import { PROCESS_KINDS, type ProcessKind, type Target } from './process'

/** The processes of a host. */
export function processesOf(host: Host | undefined): readonly ProcessKind[] {
  return PROCESS_KINDS.filter((kind) => host?.[kind] !== undefined)
}

/** A host with some of its processes. */
export interface Named {
  readonly host: string
  readonly kinds: readonly ProcessKind[]
}

/** `h9.sentinel` is one process, `h9` all of that host. */
export function processesNamed(target: Target, hosts: Hosts): Named {
  const [host = '', only] = target.split('.')
  return { host, kinds: processesOf(hosts[host]).filter((kind) => only === undefined || only === kind) }
}
