import type { Reply } from '../../../../reply'
import { parseCommand } from '../../../client/command'
import { effectOf, hold, newDataSet, valuesOf } from '../../data'
import type { Command } from '../../messages'
import { READ_FORMS, READS, type ReadName } from '../reads'
import type { Effect, Values } from '../values'
import { WRITE_FORMS, type WriteName } from '../writes'

/** A data set that executes what is typed, and answers. */
export class Prompt {
  private readonly commands: Command[] = []
  readonly data = newDataSet()
  /** The sum of the changes so far. */
  changes = 0

  type(line: string): Reply {
    const { name, args, isWrite } = parseCommand(line)
    if (!isWrite) return READS[name as ReadName](this.values, args)
    const { reply, changes } = this.effect(line)
    if (changes > 0) this.execute(line)
    this.changes += changes
    return reply
  }

  /** What a write would do. */
  effect(line: string): Effect {
    const { name, args } = parseCommand(line)
    return effectOf(this.data, this.commands, name as WriteName, args)
  }

  /** Takes a write, whatever it does. */
  execute(line: string): void {
    const { name, args } = parseCommand(line)
    this.commands.push({ type: 'command', name, args, write: this.commands.length, bytes: 0 })
    hold(this.data, this.commands.length - 1)
  }

  get values(): Values {
    return valuesOf(this.data, this.commands)
  }
}

/** What each command brings back, typed one after the other. */
export function answers(...lines: readonly string[]): readonly Reply[] {
  const prompt = new Prompt()
  return lines.map((line) => prompt.type(line))
}

/** The examples of all writes, and of all commands that only read, each as number `i` of a workload. */
export const writeExamples = (i: number): readonly string[] => examplesOf(WRITE_FORMS, i)
export const readExamples = (i: number): readonly string[] => examplesOf(READ_FORMS, i)

function examplesOf(forms: typeof WRITE_FORMS | typeof READ_FORMS, i: number): readonly string[] {
  return Object.values(forms).flatMap(({ examples }) => examples.map((line) => line.replaceAll('{i}', String(i))))
}
