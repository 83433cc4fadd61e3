import { NOT_AN_INTEGER, WRONGTYPE } from '../../../errors'
import { integer } from '../../../integer'
import type { CommandForm } from '../../command-form'
import { changing, type Effect, type ReadCommand, refused, type Value, type WriteCommand, type WriteForm } from './values'

const WRITTEN = changing('OK', 1)

export const SET: WriteCommand = {
  effect: () => WRITTEN,
  apply: ({ keys }, { args: [key = '', text = ''] }) => keys.set(key, { kind: 'string', text }),
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
    const value = look().keys.get(key)
    if (value !== undefined && value.kind !== 'string') return refused(WRONGTYPE)
    return incremented(textOf(value))
  },
  apply: ({ keys }, { args: [key = ''] }) =>
    keys.set(key, { kind: 'string', text: String(incremented(textOf(keys.get(key))).reply) }),
}

export const INCR_FORM: WriteForm = { usage: 'INCR key', min: 1, max: 1, examples: ['INCR n'], leaves: null }

export const GET: ReadCommand = ({ keys }, [key = '']) => {
  const value = keys.get(key)
  if (value === undefined) return null
  return value.kind === 'string' ? value.text : { error: WRONGTYPE }
}

export const GET_FORM: CommandForm = { usage: 'GET key', min: 1, max: 1, examples: ['GET n'] }

function textOf(value: Value | undefined): string {
  return value?.kind === 'string' ? value.text : '0'
}

function incremented(text: string): Effect {
  const number = integer(text)
  if (number === null) return refused(NOT_AN_INTEGER)
  const next = number + 1n
  if (BigInt.asIntN(64, next) !== next) return refused('ERR increment or decrement would overflow')
  return changing(Number.isSafeInteger(Number(next)) ? Number(next) : String(next), 1)
}
