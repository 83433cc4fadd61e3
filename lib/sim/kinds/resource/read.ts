import type { Field } from '../../scenario/field'
import type { Hosts } from '../host'
import type { ResourceSpec } from './spec'

export function readResource(field: Field): ResourceSpec {
  const { fencing, sameOwner, compares } = field.members(['fencing', 'sameOwner', 'compares'])
  const fences = fencing.yes()
  if (sameOwner.present && !fences) sameOwner.fail('only a resource with fencing: true can look at owners')
  return {
    fencing: fences,
    ...(sameOwner.present && { sameOwner: sameOwner.yes() }),
    ...(compares.present && { compares: compares.yes() }),
  }
}

/** Somebody writes to it. */
export function checkResources(hosts: Hosts, field: Field): void {
  const written = new Set(Object.values(hosts).map(({ client }) => client?.lock?.writesTo))
  for (const [name, { resource }] of Object.entries(hosts))
    if (resource !== undefined && !written.has(name))
      field.member(name).fail(`nobody writes to this resource; expected a client whose lock has writesTo: "${name}"`)
}
