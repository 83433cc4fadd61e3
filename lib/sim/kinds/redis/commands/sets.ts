import { WRONGTYPE } from '../../../errors'
import { type CommandForm, MANY } from '../../command-form'
import { changing, lastOf, type ReadCommand, refused, unchanged, type Value, type WriteCommand, type WriteForm } from './values'

export const SADD: WriteCommand = {
  effect(look, [key = '', ...added]) {
    const value = look().keys.get(key)
    if (value !== undefined && value.kind !== 'set') return refused(WRONGTYPE)
    const members = membersOf(value)
    const fresh = new Set(added.filter((member) => !members.has(member))).size
    return fresh > 0 ? changing(fresh, fresh) : unchanged(0, lastOf(members, added))
  },
  apply({ keys }, { args: [key = '', ...added], write }) {
    const members = membersOf(keys.get(key))
    for (const member of added) if (!members.has(member)) members.set(member, write)
    keys.set(key, { kind: 'set', members })
  },
}

export const SADD_FORM: WriteForm = {
  usage: 'SADD key member …',
  min: 2,
  max: MANY,
  examples: ['SADD s {i}', 'SADD s same'],
  leaves: 'member',
}

export const SCARD: ReadCommand = ({ keys }, [key = '']) => {
  const value = keys.get(key)
  if (value === undefined) return 0
  return value.kind === 'set' ? value.members.size : { error: WRONGTYPE }
}

export const SCARD_FORM: CommandForm = { usage: 'SCARD key', min: 1, max: 1, examples: ['SCARD s'] }

function membersOf(value: Value | undefined): Map<string, number> {
  return value?.kind === 'set' ? value.members : new Map<string, number>()
}
