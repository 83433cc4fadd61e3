import { WRONGTYPE } from '../../../errors'
import { changing, type ReadCommand, type Value, type WriteCommand } from './values'

export const SADD: WriteCommand = {
  effect(look, [key = '', ...added]) {
    const value = look().get(key)
    if (value !== undefined && value.kind !== 'set') return changing({ error: WRONGTYPE }, 0)
    const members = membersOf(value)
    const fresh = new Set(added.filter((member) => !members.has(member))).size
    return { reply: fresh, changes: fresh, madeBy: Math.max(...added.map((member) => members.get(member) ?? -1)) }
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

function membersOf(value: Value | undefined): Map<string, number> {
  return value?.kind === 'set' ? value.members : new Map<string, number>()
}
