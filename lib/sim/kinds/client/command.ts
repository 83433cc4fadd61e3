import { splitLine } from '../../command-line'
import type { ClusterWorld } from '../protocol'
import { isWrite } from '../redis/commands/writes'
import type { Command } from '../redis/messages'

/** A command in words: its name in capitals. */
export interface TypedCommand {
  readonly name: string
  readonly args: readonly string[]
  readonly isWrite: boolean
}

/** Splits a command line as redis-cli does; the name becomes upper case. */
export function parseCommand(text: string): TypedCommand {
  const [first = '', ...args] = splitLine(text) ?? []
  const name = first.toUpperCase()
  return { name, args, isWrite: isWrite(name) }
}

/** Gives a command that writes its number. */
export function numbered(world: ClusterWorld, { name, args, isWrite: writes }: TypedCommand): Command {
  const command: Command = { type: 'command', name, args, write: writes ? world.writes.length : -1 }
  if (writes) {
    world.writes.push(command)
    world.changes.push(0)
  }
  return command
}
