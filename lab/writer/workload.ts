import { parseCommand } from '@/lib/sim/kinds/client/command'
import { isWrite as writes } from '@/lib/sim/kinds/redis/commands/writes'
import type { Workload } from '@/lib/sim/scenario/scenario'
import type { Language } from './connection'

/** One workload of a client: an open loop, commands at fixed times. */
export interface Writer {
  readonly spec: Workload
  /** Its index in the scenario. */
  readonly workload: number
  /** Number of the next command. */
  next: number
}

/** The next command as it goes over the wire: a statement is one word. */
export function wordsOf({ spec, next }: Writer, language: Language): readonly string[] {
  const { name, args } = language === 'sql' ? { name: spec.command, args: [] } : parseCommand(spec.command)
  return [name, ...args].map((word) => word.replaceAll('{i}', String(next)))
}

/** The words of a command, of a statement its own. */
export function wordsIn(words: readonly string[]): readonly string[] {
  return words.length === 1 ? (words[0] ?? '').split(' ') : words
}

/** What a write is about: a key of Redis, or what a statement inserts. */
export function keyOf([name = '', key]: readonly string[]): string {
  return key ?? /\((\d+)\)/.exec(name)?.[1] ?? ''
}

/** When it is due, microseconds since time zero. */
export function dueAt({ spec, next }: Writer): number {
  return (spec.fromMs + next * spec.everyMs) * 1000
}

/** Whether a command or a statement changes data. */
export function isWrite(words: readonly string[]): boolean {
  const name = words[0]?.toUpperCase() ?? ''
  return writes(name) || name.startsWith('INSERT ')
}
