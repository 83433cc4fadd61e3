/**
 * A copy of plain data that can go on by itself. A record that is tagged by a `type` is a fact, never changed once it is made: the copy
 * shares it.
 */
export function copied<T>(value: T): T
export function copied(value: unknown): unknown {
  if (shared(value)) return value
  if (Array.isArray(value)) return value.every(shared) ? value.slice() : value.map(copied)
  const copy: Record<string, unknown> = {}
  for (const [key, member] of Object.entries(value as object)) copy[key] = copied(member)
  return copy
}

function shared(value: unknown): boolean {
  return typeof value !== 'object' || value === null || 'type' in value
}
