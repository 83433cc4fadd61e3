import { NOT_AN_INTEGER, WRONGTYPE } from '../../../errors'
import { integer } from '../../../integer'
import type { CommandForm } from '../../command-form'
import { changing, type Effect, type ReadCommand, type Value, type WriteCommand, type WriteForm } from './values'

export const SET: WriteCommand = {
  effect: () => changing('OK', 1),
  apply: (values, { args: [key = '', text = ''] }) => values.set(key, { kind: 'string', text }),
}

export const SET_FORM: WriteForm = {
  usage: 'SET key value',
  min: 2,
  max: 2,
  examples: ['SET w:{i} {i}', 'SET w {i}', 'SET "a b" \'{i}\'', 'SET typed ""'],
  leaves: 'value',
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

export const INCR_FORM: WriteForm = { usage: 'INCR key', min: 1, max: 1, examples: ['INCR n'], leaves: null }

export const GET: ReadCommand = (values, [key = '']) => {
  const value = values.get(key)
  if (value === undefined) return null
  return value.kind === 'string' ? value.text : { error: WRONGTYPE }
}

export const GET_FORM: CommandForm = { usage: 'GET key', min: 1, max: 1, examples: ['GET n'] }

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
