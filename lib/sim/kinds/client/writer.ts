import { type Micros, micros } from '../../core/time'
import type { Workload } from '../../scenario/scenario'
import { waitOf } from '../../scenario/wait'
import type { Command } from '../redis/messages'
import { headBytes, textBytes } from '../redis/sizes'
import { parseCommand } from './command'

/** An argument, split at `{i}`, and the bytes of its parts. */
interface Template {
  readonly parts: readonly string[]
  readonly bytes: number
}

/** One workload of a client: an open loop, commands at fixed times. */
export interface Writer {
  readonly spec: Workload
  /** Its index in the scenario. */
  readonly workload: number
  readonly name: string
  /** Bytes of a command before its arguments. */
  readonly head: number
  readonly templates: readonly Template[]
  /** The WAIT or WAITAOF behind each command, and how many copies it asks for, its server's own disk among them. */
  readonly wait: { readonly local: number; readonly asked: number; readonly command: Command } | null
  /** Number of the next command. */
  next: number
}

export function newWriter(spec: Workload, workload: number): Writer {
  const { name, args } = parseCommand(spec.command)
  const templates = args.map((argument) => newTemplate(argument.split('{i}')))
  return { spec, workload, name, head: headBytes(name, args.length), templates, wait: newWait(spec), next: 0 }
}

function newTemplate(parts: readonly string[]): Template {
  return { parts, bytes: parts.reduce((bytes, part) => bytes + textBytes(part), 0) }
}

function newWait({ wait }: Workload): Writer['wait'] {
  if (wait === undefined) return null
  const { line, asked } = waitOf(wait)
  const { name, args } = parseCommand(line)
  return { local: wait.local ?? 0, asked, command: { type: 'command', name, args, write: -1, bytes: 0 } }
}

/** When the next command is due, not before `now`; null when the workload is over. Times that have passed unseen are skipped. */
export function nextDue(writer: Writer, now: Micros): Micros | null {
  const { everyMs, fromMs, untilMs } = writer.spec
  let at = micros(fromMs + writer.next * everyMs)
  if (at < now) {
    writer.next = Math.ceil((now / 1000 - fromMs) / everyMs)
    at = micros(fromMs + writer.next * everyMs)
  }
  return fromMs + writer.next * everyMs < untilMs ? at : null
}
