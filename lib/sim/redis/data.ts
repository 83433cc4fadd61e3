import type { Reply } from '../journal'
import type { Command } from './messages'

/** Commands that change the data set, and what they do to a key. */
export const WRITE_COMMANDS = ['SET', 'INCR', 'SADD', 'RPUSH', 'LPUSH'] as const
/** Commands that only read. */
export const READ_COMMANDS = ['GET', 'SCARD', 'LLEN', 'EXISTS', 'DBSIZE'] as const

export type WriteCommand = (typeof WRITE_COMMANDS)[number]
export type ReadCommand = (typeof READ_COMMANDS)[number]

const WRONG_TYPE = { error: 'WRONGTYPE Operation against a key holding the wrong kind of value' } as const

type Value = { kind: 'string'; text: string } | { kind: 'set'; readonly members: Set<string> } | { kind: 'list'; length: number }

/** The data set of a server: the writes that made it. Values are folded from them only when somebody looks. */
export class DataSet {
  private writes: number[]
  private values: Map<string, Value> | null = null

  constructor(
    /** Every write command of the run, by its number. */
    private readonly commands: readonly Command[],
    writes: readonly number[],
  ) {
    this.writes = [...writes]
  }

  /** Numbers of the writes it holds, in order. */
  get numbers(): readonly number[] {
    return this.writes
  }

  add(write: number): void {
    this.writes.push(write)
    if (this.values !== null) apply(this.values, this.commands[write])
  }

  /** Becomes another data set; returns how many of its writes that one lacks. */
  replace(writes: readonly number[]): number {
    const kept = new Set(writes)
    const discarded = this.writes.filter((write) => !kept.has(write)).length
    this.writes = [...writes]
    this.values = null
    return discarded
  }

  /** Answers a command that only reads. */
  read(command: ReadCommand, args: readonly string[]): Reply {
    const values = this.folded()
    if (command === 'DBSIZE') return values.size
    if (command === 'EXISTS') return args.filter((key) => values.has(key)).length
    const value = values.get(args[0] ?? '')
    if (command === 'GET') return value === undefined ? null : value.kind === 'string' ? value.text : WRONG_TYPE
    if (command === 'SCARD') return value === undefined ? 0 : value.kind === 'set' ? value.members.size : WRONG_TYPE
    return value === undefined ? 0 : value.kind === 'list' ? value.length : WRONG_TYPE
  }

  /** What a write would answer now, or the error with which it changes nothing. `SET` answers OK, the others a number. */
  replyTo(command: WriteCommand, args: readonly string[]): Reply {
    if (command === 'SET') return 'OK'
    const value = this.folded().get(args[0] ?? '')
    if (command === 'INCR') {
      if (value !== undefined && value.kind !== 'string') return WRONG_TYPE
      const number = Number(value?.text ?? '0')
      return Number.isSafeInteger(number) ? number + 1 : { error: 'ERR value is not an integer or out of range' }
    }
    if (command === 'SADD') {
      if (value !== undefined && value.kind !== 'set') return WRONG_TYPE
      return new Set(args.slice(1).filter((member) => value?.members.has(member) !== true)).size
    }
    if (value !== undefined && value.kind !== 'list') return WRONG_TYPE
    return (value?.length ?? 0) + args.length - 1
  }

  private folded(): Map<string, Value> {
    if (this.values === null) {
      this.values = new Map()
      for (const write of this.writes) apply(this.values, this.commands[write])
    }
    return this.values
  }
}

function apply(values: Map<string, Value>, command: Command | undefined): void {
  if (command === undefined) return
  const [key = '', ...rest] = command.args
  const value = values.get(key)
  if (command.name === 'SET') values.set(key, { kind: 'string', text: rest[0] ?? '' })
  else if (command.name === 'INCR')
    values.set(key, { kind: 'string', text: String(Number(value?.kind === 'string' ? value.text : '0') + 1) })
  else if (command.name === 'SADD') {
    const members = value?.kind === 'set' ? value.members : new Set<string>()
    for (const member of rest) members.add(member)
    values.set(key, { kind: 'set', members })
  } else values.set(key, { kind: 'list', length: (value?.kind === 'list' ? value.length : 0) + rest.length })
}
