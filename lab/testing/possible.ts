import { LAB, whyMissing } from '@/scripts/test/programs.mjs'
import { mayUseNamespaces } from '../network/namespaces'
import { findProgram } from '../process/child'

/** Why the lab cannot run as it should on this machine; null when it can. */
export function whyNoLab(): string | null {
  const missing = whyMissing(LAB)
  if (missing !== null) return missing
  return mayUseNamespaces({ ip: findProgram('ip') ?? '' }) ? null : 'network namespaces are not allowed here (try as root)'
}
