import { NOT_AN_INTEGER, WRONGTYPE } from '../errors'
import { integer } from '../integer'
import type { Reply } from '../journal'
import type { ReadName, WriteName } from '../kinds/redis/forms'
import type { Command } from './messages'

type Value =
  | { readonly kind: 'string'; readonly text: string }
  /** The write that added each member. */
  | { readonly kind: 'set'; readonly members: Map<string, number> }
  | { readonly kind: 'list'; readonly length: number }

/** What a write would come to. */
export interface Effect {
  readonly reply: Reply
  /** By how much it raises the count of changes since the last snapshot; 0: the data set stays as it is. */
  readonly changes: number
  /** Where it changes nothing because all is there already: the write that made it so. */
  readonly by: number
}

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

  /** Numbers of the writes it holds, in order; later ones do not appear in it. */
  get numbers(): readonly number[] {
    return [...this.writes]
  }

  get size(): number {
    return this.writes.length
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
  read(command: ReadName, args: readonly string[]): Reply {
    const values = this.folded()
    if (command === 'DBSIZE') return values.size
    if (command === 'EXISTS') return args.filter((key) => values.has(key)).length
    const value = values.get(args[0] ?? '')
    if (value === undefined) return command === 'GET' ? null : 0
    if (value.kind !== READ_KINDS[command]) return { error: WRONGTYPE }
    return value.kind === 'string' ? value.text : value.kind === 'set' ? value.members.size : value.length
  }

  /** What a write would do now. `SET` answers OK, the others a number; one that changes nothing is not propagated (R11). */
  effect(command: WriteName, [key = '', ...rest]: readonly string[]): Effect {
    if (command === 'SET') return changing('OK', 1)
    const value = this.folded().get(key)
    if (value !== undefined && value.kind !== KINDS[command]) return changing({ error: WRONGTYPE }, 0)
    if (value?.kind === 'set') return joining(value.members, rest)
    if (command === 'SADD') return joining(new Map(), rest)
    if (command === 'INCR') return incremented(value?.kind === 'string' ? value.text : '0')
    return changing((value?.kind === 'list' ? value.length : 0) + rest.length, rest.length)
  }

  private folded(): Map<string, Value> {
    if (this.values === null) {
      this.values = new Map()
      for (const write of this.writes) apply(this.values, this.commands[write])
    }
    return this.values
  }
}

/** What each command that writes leaves under its key. */
const KINDS = { SET: 'string', INCR: 'string', SADD: 'set', RPUSH: 'list', LPUSH: 'list' } as const satisfies Readonly<
  Record<WriteName, Value['kind']>
>

export const WRITE_COMMANDS: readonly string[] = Object.keys(KINDS)

/** What each command that only reads needs to find there; null: it asks for no value. */
const READ_KINDS = { GET: 'string', SCARD: 'set', LLEN: 'list', EXISTS: null, DBSIZE: null } as const satisfies Readonly<
  Record<ReadName, Value['kind'] | null>
>

export const READ_COMMANDS: readonly string[] = Object.keys(READ_KINDS)

function changing(reply: Reply, changes: number): Effect {
  return { reply, changes, by: -1 }
}

function joining(members: ReadonlyMap<string, number>, added: readonly string[]): Effect {
  const fresh = new Set(added.filter((member) => !members.has(member))).size
  return { reply: fresh, changes: fresh, by: Math.max(...added.map((member) => members.get(member) ?? -1)) }
}

function incremented(text: string): Effect {
  const number = integer(text)
  if (number === null) return changing({ error: NOT_AN_INTEGER }, 0)
  const next = number + 1n
  if (BigInt.asIntN(64, next) !== next) return changing({ error: 'ERR increment or decrement would overflow' }, 0)
  return changing(Number.isSafeInteger(Number(next)) ? Number(next) : String(next), 1)
}

function apply(values: Map<string, Value>, command: Command | undefined): void {
  if (command === undefined) return
  const [key = '', ...rest] = command.args
  const value = values.get(key)
  if (command.name === 'SET') values.set(key, { kind: 'string', text: rest[0] ?? '' })
  else if (command.name === 'INCR')
    values.set(key, { kind: 'string', text: String(incremented(value?.kind === 'string' ? value.text : '0').reply) })
  else if (command.name === 'SADD') {
    const members = value?.kind === 'set' ? value.members : new Map<string, number>()
    for (const member of rest) if (!members.has(member)) members.set(member, command.write)
    values.set(key, { kind: 'set', members })
  } else values.set(key, { kind: 'list', length: (value?.kind === 'list' ? value.length : 0) + rest.length })
}
