import { type Micros, micros } from '../engine/time'
import { WRITE_COMMANDS } from '../redis/data'
import type { ClusterWorld } from '../redis/messages'
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
  readonly command: TypedCommand
  /** Number of the next command. */
  next: number
}

const writeNames: ReadonlySet<string> = new Set(WRITE_COMMANDS)

export function newWriter(spec: Workload): Writer {
  return { spec, command: parseCommand(spec.command), next: 0 }
}

/** Splits a command line at spaces; the name becomes upper case. */
export function parseCommand(text: string): TypedCommand {
  const [first = '', ...args] = text.trim().split(/\s+/)
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
  const { name } = writer.command
  const args = writer.command.args.map((argument) => argument.replaceAll('{i}', number))
  const write = client.deployment.addWrite({ name, args })
  const session = client.session
  const ready = session.state === 'ready'
  world.emit({
    at: world.now,
    type: 'send',
    client: client.host,
    server: ready ? session.server : null,
    write,
    key: args[0] ?? '',
  })
  if (!ready) {
    world.emit({ at: world.now, type: 'answer', client: client.host, write, error: 'NOCONN' })
    return
  }
  client.send(world, session.connection, { kind: 'write', write, since: world.now }, name, args, write)
  const wait = writer.spec.wait
  if (wait !== undefined) {
    client.send(
      world,
      session.connection,
      { kind: 'wait', write, asked: wait.replicas, since: world.now },
      'WAIT',
      [String(wait.replicas), String(wait.timeoutMs)],
      -1,
    )
  }
}
