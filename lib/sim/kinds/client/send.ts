import { clock, emit } from '../../core/world'
import type { ClusterWorld } from '../protocol'
import { argumentBytes } from '../redis/sizes'
import { ask } from './ask'
import { newWrite } from './command'
import type { ClientState } from './state'
import { nextDue, type Writer } from './writer'

/** Sends what is due of a workload, and sets the clock for the next. */
export function write(world: ClusterWorld, client: ClientState, index: number): void {
  const writer = client.writers[index]
  if (writer === undefined) return
  sendDue(world, client, writer)
  scheduleNext(world, client, index)
}

/** Sets the clock for the next command of a workload. */
export function scheduleNext(world: ClusterWorld, client: ClientState, index: number): void {
  const writer = client.writers[index]
  const due = writer === undefined ? null : nextDue(writer, world.now)
  if (due !== null) clock(world, client.place, due, 'write', index)
}

/** Sends the command that is due, and its WAIT behind it on the same connection. */
function sendDue(world: ClusterWorld, client: ClientState, writer: Writer): void {
  const number = String(writer.next)
  writer.next += 1
  let bytes = writer.head
  // Mapped, so that it is as long as it will be from the start: one that grows takes room for sixteen.
  const args = writer.templates.map(({ parts, bytes: fixed }) => {
    bytes += argumentBytes(fixed + (parts.length - 1) * number.length)
    return filled(parts, number)
  })
  const command = newWrite(world, writer.name, args, bytes)
  const { write } = command
  const { session } = client
  const since = world.now
  const server = session.type === 'ready' ? session.server : null
  emit(world, {
    at: since,
    host: client.host,
    type: 'send',
    by: world.cause,
    workload: writer.workload,
    server,
    write,
    key: args[0] ?? '',
  })
  if (session.type !== 'ready') {
    emit(world, { at: since, host: client.host, type: 'answer', by: world.cause, write, error: 'NOCONN' })
    return
  }
  ask(world, client, session.connection, { type: 'write', write, since }, command)
  if (writer.wait !== null) {
    const { local, asked, command: waits } = writer.wait
    ask(world, client, session.connection, { type: 'wait', write, local, asked, since }, waits)
  }
}

function filled(parts: readonly string[], number: string): string {
  let text = parts[0] as string
  for (let index = 1; index < parts.length; index += 1) text += number + (parts[index] as string)
  return text
}
