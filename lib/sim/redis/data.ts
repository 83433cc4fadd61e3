import type { Deployment } from '../deployment'
import type { Reply } from '../journal'

/** Commands that change the data set, and what they do to a key. */
export const WRITE_COMMANDS = ['SET', 'INCR', 'SADD', 'RPUSH', 'LPUSH'] as const
/** Commands that only read. */
export const READ_COMMANDS = ['GET', 'SCARD', 'LLEN', 'EXISTS', 'DBSIZE'] as const

export type WriteCommand = (typeof WRITE_COMMANDS)[number]
export type ReadCommand = (typeof READ_COMMANDS)[number]

export const WRONG_TYPE = { error: 'WRONGTYPE Operation against a key holding the wrong kind of value' } as const

/** The value of one key: the fold of the writes that touched it. */
type Value =
  | { readonly kind: 'string'; text: string }
  | { readonly kind: 'set'; readonly members: Set<string> }
  | { readonly kind: 'list'; length: number }

/** Answers a read from a data set. Reads are rare, so nothing is kept beside the list of writes. */
export function read(deployment: Deployment, writes: readonly number[], command: ReadCommand, args: readonly string[]): Reply {
  if (command === 'DBSIZE') return new Set(writes.map((write) => deployment.writes[write]?.args[0])).size
  if (command === 'EXISTS') return args.filter((key) => currentValue(deployment, writes, key) !== null).length
  const value = currentValue(deployment, writes, args[0] ?? '')
  switch (command) {
    case 'GET':
      return value === null ? null : value.kind === 'string' ? value.text : WRONG_TYPE
    case 'SCARD':
      return value === null ? 0 : value.kind === 'set' ? value.members.size : WRONG_TYPE
    case 'LLEN':
      return value === null ? 0 : value.kind === 'list' ? value.length : WRONG_TYPE
  }
}

/** What a write answers, or the error with which it changes nothing. `SET` answers OK, the others a number. */
export function writeReply(
  deployment: Deployment,
  writes: readonly number[],
  command: WriteCommand,
  args: readonly string[],
): Reply {
  if (command === 'SET') return 'OK'
  const value = currentValue(deployment, writes, args[0] ?? '')
  if (command === 'INCR') {
    if (value !== null && value.kind !== 'string') return WRONG_TYPE
    const number = Number(value?.text ?? '0')
    return Number.isSafeInteger(number) ? number + 1 : { error: 'ERR value is not an integer or out of range' }
  }
  if (command === 'SADD') {
    if (value !== null && value.kind !== 'set') return WRONG_TYPE
    return new Set(args.slice(1).filter((member) => value?.members.has(member) !== true)).size
  }
  if (value !== null && value.kind !== 'list') return WRONG_TYPE
  return (value?.length ?? 0) + args.length - 1
}

function currentValue(deployment: Deployment, writes: readonly number[], key: string): Value | null {
  let value: Value | null = null
  for (const write of writes) {
    const command = deployment.writes[write]
    if (command !== undefined && command.args[0] === key) value = applied(value, command.name, command.args)
  }
  return value
}

function applied(value: Value | null, name: string, args: readonly string[]): Value | null {
  const [, ...rest] = args
  switch (name) {
    case 'SET':
      return { kind: 'string', text: rest[0] ?? '' }
    case 'INCR':
      return { kind: 'string', text: String(Number(value?.kind === 'string' ? value.text : '0') + 1) }
    case 'SADD':
      return { kind: 'set', members: new Set([...(value?.kind === 'set' ? value.members : []), ...rest]) }
    default:
      return { kind: 'list', length: (value?.kind === 'list' ? value.length : 0) + rest.length }
  }
}
