import { splitLine } from '../command-line'
import { type Micros, micros } from '../engine/time'
import { WRITE_COMMANDS } from '../redis/data'
import type { ClusterWorld, Command } from '../redis/messages'
import type { Workload } from '../scenario/scenario'
import type { Client } from './client'

/** A command in words: its name in capitals. */
export interface TypedCommand {
  readonly name: string
  readonly args: readonly string[]
  readonly isWrite: boolean
}

/** One workload of a client: an open loop, commands at fixed times. */
export interface Writer {
  readonly spec: Workload
  /** Its index in the scenario. */
  readonly workload: number
  readonly name: string
  /** The arguments, each split at `{i}`. */
  readonly templates: readonly (readonly string[])[]
  /** The WAIT behind each command. */
  readonly wait: { readonly asked: number; readonly command: Command } | null
  /** Number of the next command. */
  next: number
}

const writeNames: ReadonlySet<string> = new Set(WRITE_COMMANDS)

export function newWriter(spec: Workload, workload: number): Writer {
  const { name, args } = parseCommand(spec.command)
  return { spec, workload, name, templates: args.map((argument) => argument.split('{i}')), wait: newWait(spec), next: 0 }
}

function newWait({ wait }: Workload): Writer['wait'] {
  if (wait === undefined) return null
  const args = [String(wait.replicas), String(wait.timeoutMs)]
  return { asked: wait.replicas, command: { type: 'command', name: 'WAIT', args, write: -1 } }
}

/** Splits a command line as redis-cli does; the name becomes upper case. */
export function parseCommand(text: string): TypedCommand {
  const [first = '', ...args] = splitLine(text) ?? []
  const name = first.toUpperCase()
  return { name, args, isWrite: writeNames.has(name) }
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

/** Sends the command that is due, and its WAIT behind it on the same connection. */
export function sendDue(world: ClusterWorld, client: Client, writer: Writer): void {
  const number = String(writer.next)
  writer.next += 1
  const args = writer.templates.map((parts) => filled(parts, number))
  const command = client.deployment.numbered({ name: writer.name, args, isWrite: true })
  const { write } = command
  const { session } = client
  const since = world.now
  const server = session.state === 'ready' ? session.server : null
  world.emit({
    at: since,
    host: client.host,
    type: 'send',
    by: world.cause,
    workload: writer.workload,
    server,
    write,
    key: args[0] ?? '',
  })
  if (session.state !== 'ready') {
    world.emit({ at: since, host: client.host, type: 'answer', by: world.cause, write, error: 'NOCONN' })
    return
  }
  client.send(world, session.connection, { kind: 'write', write, since }, command)
  if (writer.wait !== null) {
    client.send(world, session.connection, { kind: 'wait', write, asked: writer.wait.asked, since }, writer.wait.command)
  }
}

function filled(parts: readonly string[], number: string): string {
  let text = parts[0] as string
  for (let index = 1; index < parts.length; index += 1) text += number + (parts[index] as string)
  return text
}
