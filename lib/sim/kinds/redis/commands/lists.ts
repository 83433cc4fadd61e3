import { WRONGTYPE } from '../../../errors'
import { changing, type ReadCommand, type Value, type WriteCommand } from './values'

/** At either end: how many elements there are is all that is modelled of a list. */
const push: WriteCommand = {
  effect(look, [key = '', ...added]) {
    const value = look().get(key)
    if (value !== undefined && value.kind !== 'list') return changing({ error: WRONGTYPE }, 0)
    return changing(lengthOf(value) + added.length, added.length)
  },
  apply: (values, { args: [key = '', ...added] }) =>
    values.set(key, { kind: 'list', length: lengthOf(values.get(key)) + added.length }),
}

export const RPUSH = push
export const LPUSH = push

export const LLEN: ReadCommand = (values, [key = '']) => {
  const value = values.get(key)
  return value === undefined || value.kind === 'list' ? lengthOf(value) : { error: WRONGTYPE }
}

function lengthOf(value: Value | undefined): number {
  return value?.kind === 'list' ? value.length : 0
}
