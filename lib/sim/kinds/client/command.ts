import { splitLine } from '../../command-line'
import type { ClusterWorld } from '../protocol'
import { isWrite } from '../redis/commands/writes'
import type { Command } from '../redis/messages'
import { commandBytes } from '../redis/sizes'

/** A command in words: its name in capitals. */
export interface TypedCommand {
  readonly name: string
  readonly args: readonly string[]
  readonly isWrite: boolean
}

/** Splits a command line, be it a statement, as redis-cli does; the name becomes upper case. */
export function parseCommand(text: string, sql = false): TypedCommand {
  const [first = '', ...args] = splitLine(text) ?? []
  const name = first.toUpperCase()
  // The row that it inserts is all there is to an INSERT.
  if (name === 'INSERT') return { name, args: args.slice(3), isWrite: true }
  return { name, args, isWrite: !sql && isWrite(name) }
}

/** The command of what somebody typed; one that writes gets its number. */
export function commandOf(world: ClusterWorld, { name, args, isWrite: writes }: TypedCommand): Command {
  return writes ? newWrite(world, name, args, commandBytes(name, args)) : { type: 'command', name, args, write: -1, bytes: 0 }
}

/** A command that writes: it gets the next number. */
export function newWrite({ writes, changes }: ClusterWorld, name: string, args: readonly string[], bytes: number): Command {
  const command: Command = { type: 'command', name, args, write: writes.length, bytes }
  writes.push(command)
  changes.push(0)
  return command
}
