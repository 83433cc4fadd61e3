import { WRONGTYPE } from '../../../errors'
import { changing, type ReadCommand, type Value, type WriteCommand } from './values'

export const SADD: WriteCommand = {
  effect(look, [key = '', ...added]) {
    const value = look().get(key)
    if (value !== undefined && value.kind !== 'set') return changing({ error: WRONGTYPE }, 0)
    const members = membersOf(value)
    const fresh = new Set(added.filter((member) => !members.has(member))).size
    return fresh > 0 ? changing(fresh, fresh) : { reply: 0, changes: 0, madeBy: lastToAdd(members, added) }
  },
  apply(values, { args: [key = '', ...added], write }) {
    const members = membersOf(values.get(key))
    for (const member of added) if (!members.has(member)) members.set(member, write)
    values.set(key, { kind: 'set', members })
  },
}

export const SCARD: ReadCommand = (values, [key = '']) => {
  const value = values.get(key)
  if (value === undefined) return 0
  return value.kind === 'set' ? value.members.size : { error: WRONGTYPE }
}

/** Of the writes that added these members, the one executed last, which is not always the one sent last: a server that has it has all. */
function lastToAdd(members: ReadonlyMap<string, number>, added: readonly string[]): number {
  const writes = new Set(added.map((member) => members.get(member) ?? -1))
  const [only = -1] = writes
  // Members stand in the order in which they were added.
  return writes.size === 1 ? only : ([...members.values()].findLast((write) => writes.has(write)) ?? -1)
}

function membersOf(value: Value | undefined): Map<string, number> {
  return value?.kind === 'set' ? value.members : new Map<string, number>()
}
