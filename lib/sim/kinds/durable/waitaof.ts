import { integerIn } from '../../core/random'
import { micros } from '../../core/time'
import { timer } from '../../core/world'
import { NOT_AN_INTEGER } from '../../errors'
import { integer } from '../../integer'
import type { Message } from '../messages'
import type { ClusterWorld } from '../protocol'
import { unblock } from '../redis/clients'
import type { Command } from '../redis/commands/command'
import { reply } from '../redis/served-client'
import { nextTurn, type ServerState } from '../redis/state'
import { askForAcks } from '../redis/wait'

const ON_A_REPLICA = {
  error:
    'ERR WAITAOF cannot be used with replica instances. Please also note that writes to replicas are just local and are not propagated.',
} as const
const WITHOUT_AOF = { error: 'ERR WAITAOF cannot be used when numlocal is set but appendonly is disabled.' } as const

/** `WAITAOF numlocal numreplicas timeout`: answers at once, or blocks the connection and asks the replicas for an ACK (R72). */
export const WAITAOF: Command = (world, server, args, client) => {
  const [local, replicas, timeout] = args.map((one) => integer(one))
  if (local == null) return { error: NOT_AN_INTEGER }
  if (local < 0 || local > 1) return { error: 'ERR value is out of range, value must between 0 and 1' }
  if (replicas == null) return { error: NOT_AN_INTEGER }
  if (replicas < 0) return { error: 'ERR value is out of range, must be positive' }
  if (timeout == null) return { error: 'ERR timeout is not an integer or out of range' }
  if (timeout < 0) return { error: 'ERR timeout is negative' }
  if (server.role === 'replica') return ON_A_REPLICA
  const asked = { local: Number(local), replicas: Number(replicas), offset: client.offset }
  if (asked.local > 0 && server.conf.appendonly === 'no') return WITHOUT_AOF
  const found = onDisks(server, asked.offset)
  if (enough(found, asked)) return found
  const deadline = timeout === 0n ? null : world.now + micros(Number(timeout))
  client.blocked = { by: 'waitaof', ...asked, deadline }
  server.waiting.push(client.connection)
  askForAcks(world, server)
  if (deadline !== null) timer(world, server.place, nextTurn(server, deadline), 'wait timeout')
  return 'blocked'
}

/** Answers those whose writes are on as many disks as they ask for, and those who have waited too long (R66, R72). */
export function releaseFsynced(world: ClusterWorld, server: ServerState, message: Message | null): void {
  const waiting = server.waiting.flatMap((connection) => {
    const client = server.clients[connection]
    return client?.blocked?.by === 'waitaof' ? [{ client, blocked: client.blocked }] : []
  })
  if (waiting.length === 0) return
  // ACKs of one instant are read in one turn of the event loop or in two (R2, R65).
  if (message?.type === 'ack' && integerIn(server.turnRandom, 0, 1) === 0) {
    timer(world, server.place, world.now, 'turn')
    return
  }
  for (const { client, blocked } of waiting) {
    const found = onDisks(server, blocked.offset)
    const isLate = blocked.deadline !== null && world.now > blocked.deadline
    const isRefused = blocked.local > 0 && server.conf.appendonly === 'no'
    if (!enough(found, blocked) && !isLate && !isRefused) continue
    server.waiting = server.waiting.filter((other) => other !== client.connection)
    reply(world, client, isRefused ? WITHOUT_AOF : found, -1)
    unblock(world, server, client)
  }
}

/** Whether this server's disk has the stream up to an offset, and how many of its replicas have said that theirs has. */
function onDisks({ fsyncs, replicas }: ServerState, offset: number): readonly [local: number, replicas: number] {
  const confirmed = replicas.filter(({ state, fsynced = 0 }) => state === 'online' && fsynced >= offset)
  return [(fsyncs?.known ?? -1) >= offset ? 1 : 0, confirmed.length]
}

function enough(
  [local, replicas]: readonly [number, number],
  asked: { readonly local: number; readonly replicas: number },
): boolean {
  return local >= asked.local && replicas >= asked.replicas
}
