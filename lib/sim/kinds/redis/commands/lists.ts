import { WRONGTYPE } from '../../../errors'
import { type CommandForm, MANY } from '../../command-form'
import { changing, type ReadCommand, refused, type Value, type WriteCommand, type WriteForm } from './values'

/** At either end: how many elements there are is all that is modelled of a list. */
const push: WriteCommand = {
  effect(look, [key = '', ...added]) {
    const value = look().keys.get(key)
    if (value !== undefined && value.kind !== 'list') return refused(WRONGTYPE)
    return changing(lengthOf(value) + added.length, added.length)
  },
  apply: ({ keys }, { args: [key = '', ...added] }) =>
    keys.set(key, { kind: 'list', length: lengthOf(keys.get(key)) + added.length }),
}

export const RPUSH = push
export const RPUSH_FORM: WriteForm = {
  usage: 'RPUSH key element …',
  min: 2,
  max: MANY,
  examples: ['RPUSH l {i}', 'RPUSH l a b'],
  leaves: 'element',
}

export const LPUSH = push
export const LPUSH_FORM: WriteForm = {
  usage: 'LPUSH key element …',
  min: 2,
  max: MANY,
  examples: ['LPUSH l {i}'],
  leaves: 'element',
}

export const LLEN: ReadCommand = ({ keys }, [key = '']) => {
  const value = keys.get(key)
  return value === undefined || value.kind === 'list' ? lengthOf(value) : { error: WRONGTYPE }
}

export const LLEN_FORM: CommandForm = { usage: 'LLEN key', min: 1, max: 1, examples: ['LLEN l'] }

function lengthOf(value: Value | undefined): number {
  return value?.kind === 'list' ? value.length : 0
}
