import { NOT_AN_INTEGER, WRONGTYPE } from '../../../errors'
import { integer } from '../../../integer'
import { changing, type Effect, type ReadCommand, type Value, type WriteCommand } from './values'

export const SET: WriteCommand = {
  effect: () => changing('OK', 1),
  apply: (values, { args: [key = '', text = ''] }) => values.set(key, { kind: 'string', text }),
}

export const INCR: WriteCommand = {
  effect(look, [key = '']) {
    const value = look().get(key)
    if (value !== undefined && value.kind !== 'string') return changing({ error: WRONGTYPE }, 0)
    return incremented(textOf(value))
  },
  apply: (values, { args: [key = ''] }) =>
    values.set(key, { kind: 'string', text: String(incremented(textOf(values.get(key))).reply) }),
}

export const GET: ReadCommand = (values, [key = '']) => {
  const value = values.get(key)
  if (value === undefined) return null
  return value.kind === 'string' ? value.text : { error: WRONGTYPE }
}

function textOf(value: Value | undefined): string {
  return value?.kind === 'string' ? value.text : '0'
}

function incremented(text: string): Effect {
  const number = integer(text)
  if (number === null) return changing({ error: NOT_AN_INTEGER }, 0)
  const next = number + 1n
  if (BigInt.asIntN(64, next) !== next) return changing({ error: 'ERR increment or decrement would overflow' }, 0)
  return changing(Number.isSafeInteger(Number(next)) ? Number(next) : String(next), 1)
}
