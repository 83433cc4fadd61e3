import type { ConnectionId } from '../../core/end'
import { send } from '../../core/transport'
import { connectionOf, placeAt } from '../../core/world'
import type { Reply } from '../../reply'
import type { ClusterWorld } from '../protocol'
import type { Command } from '../redis/messages'
import { applyNext, DUPLICATE } from './applier'
import { commit, isIdle } from './commit'
import type { MysqlState, Session } from './state'

/** An answer; `later`: it comes by itself; `locks`: once no commit is open, and whoever writes or sets anything waits for that (Y7). */
export type Outcome = Reply | 'later' | 'locks'

/** A statement has come; a session does one at a time. */
export function handleCommand(world: ClusterWorld, server: MysqlState, command: Command, connection: ConnectionId): void {
  const session = server.sessions[connection] ?? { busy: false, held: [] }
  server.sessions[connection] = session
  if (session.busy) session.held.push({ command, cause: world.cause })
  else serve(world, server, session, command, connection)
}

/** The end of a turn, in which a message was read or a timer rang: what was held back goes on. */
export function endTurn(world: ClusterWorld, server: MysqlState): void {
  for (let id = server.freed.shift(); id !== undefined; id = server.freed.shift()) goOn(world, server, id)
  lockIfIdle(world, server)
  applyNext(world, server)
}

/** The last statement of a session has been answered, or may be done at last. */
function goOn(world: ClusterWorld, server: MysqlState, connection: ConnectionId): void {
  const session = server.sessions[connection]
  if (session === undefined) return
  session.busy = false
  while (!session.busy) {
    const next = session.held.shift()
    if (next === undefined) return
    world.cause = next.cause
    serve(world, server, session, next.command, connection)
  }
}

/** The lock is there once no commit is open (Y7); nobody is busy then but with waiting for it. */
function lockIfIdle(world: ClusterWorld, server: MysqlState): void {
  const { locking, sessions } = server
  if (locking === null || !isIdle(server)) return
  server.locking = null
  const others = Object.keys(sessions).map(Number)
  const waiting = [locking, ...others.filter((id) => id !== locking)].filter((id) => sessions[id]?.busy)
  for (const id of waiting) goOn(world, server, id)
}

function serve(world: ClusterWorld, server: MysqlState, session: Session, command: Command, connection: ConnectionId): void {
  const { cause } = world
  const outcome = execute(world, server, session, command, connection)
  session.busy = outcome === 'later' || outcome === 'locks'
  if (!session.busy) send(world, connection, 1, { type: 'reply', reply: outcome, write: command.write })
  else if (outcome === 'locks') {
    server.locking ??= connection
    session.held.unshift({ command, cause })
  }
}

function execute(
  world: ClusterWorld,
  server: MysqlState,
  session: Session,
  { name, args, write }: Command,
  connection: ConnectionId,
): Outcome {
  const inserts = write >= 0
  if (server.locking !== null && (inserts || name === 'SET')) return 'locks'
  if (inserts) return insert(world, server, args[0] ?? '', write, connection)
  return world.wiring.kinds.dba?.commands?.[`${name} ${args[0]}`]?.(world, server, args, session) ?? []
}

/** The row in parentheses. */
function insert(world: ClusterWorld, server: MysqlState, value: string, write: number, connection: ConnectionId): Outcome {
  const row = Number(value.slice(1, -1))
  const option = readOnlyFor(world, server, connection)
  if (option !== null)
    return { error: `1290 (HY000): The MySQL server is running with the --${option} option so it cannot execute this statement` }
  if (server.rows[row] !== undefined) return { error: `${DUPLICATE} (23000): Duplicate entry '${row}' for key 't.PRIMARY'` }
  server.rows[row] = 0
  commit(world, server, { write, row, connection, transaction: null, end: 0, by: world.cause })
  return 'later'
}

/** What keeps a session from writing, if anything does. `read_only` lets pass who types on the host of the server, an administrator (Y44). */
function readOnlyFor(world: ClusterWorld, { conf }: MysqlState, connection: ConnectionId): string | null {
  if (conf.super_read_only === 'ON') return 'super-read-only'
  const [from] = connectionOf(world, connection)?.ends ?? []
  return conf.read_only === 'ON' && from !== undefined && placeAt(world, from).kind === 'client' ? 'read-only' : null
}
