import { parseCommand } from '@/lib/sim/kinds/client/command'
import { isWrite as writes } from '@/lib/sim/kinds/redis/commands/writes'
import type { Workload } from '@/lib/sim/scenario/scenario'

/** One workload of a client: an open loop, commands at fixed times. */
export interface Writer {
  readonly spec: Workload
  /** Its index in the scenario. */
  readonly workload: number
  /** Number of the next command. */
  next: number
}

/** The next command as it goes over the wire. */
export function wordsOf({ spec, next }: Writer): readonly string[] {
  const { name, args } = parseCommand(spec.command)
  return [name, ...args.map((argument) => argument.replaceAll('{i}', String(next)))]
}

/** When it is due, microseconds since time zero. */
export function dueAt({ spec, next }: Writer): number {
  return (spec.fromMs + next * spec.everyMs) * 1000
}

/** Whether a command changes data. */
export function isWrite(words: readonly string[]): boolean {
  return writes(words[0]?.toUpperCase() ?? '')
}
