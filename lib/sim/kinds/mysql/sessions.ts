import type { ConnectionId } from '../../core/end'
import { send } from '../../core/transport'
import type { ClusterWorld } from '../protocol'
import type { Command } from '../redis/messages'
import { applyNext } from './applier'
import { isIdle } from './commit'
import type { MysqlState, Session } from './state'
import { execute } from './statements/statements'

/** A statement has come; a session does one at a time. */
export function handleCommand(world: ClusterWorld, server: MysqlState, command: Command, connection: ConnectionId): void {
  const session = server.sessions[connection] ?? { busy: false, locked: false, held: [] }
  server.sessions[connection] = session
  if (session.busy) session.held.push({ command, cause: world.cause })
  else serve(world, server, session, command, connection)
}

/** The end of a turn, in which a message was read or a timer rang: what was held back goes on. */
export function endTurn(world: ClusterWorld, server: MysqlState): void {
  for (let connection = server.freed.shift(); connection !== undefined; connection = server.freed.shift()) {
    const session = server.sessions[connection]
    if (session !== undefined) goOn(world, server, session, connection)
  }
  lockIfIdle(world, server)
  applyNext(world, server)
}

/** Its last statement has been answered, or may be done at last. */
function goOn(world: ClusterWorld, server: MysqlState, session: Session, connection: ConnectionId): void {
  session.busy = false
  while (!session.busy) {
    const next = session.held.shift()
    if (next === undefined) return
    world.cause = next.cause
    serve(world, server, session, next.command, connection)
  }
}

/** The lock is there once no commit is open (Y7); then everybody who waited for it goes on. */
function lockIfIdle(world: ClusterWorld, server: MysqlState): void {
  const { locking } = server
  if (locking === null || !isIdle(server)) return
  const session = server.sessions[locking]
  if (session !== undefined) goOn(world, server, session, locking)
  server.locking = null
  for (const [id, other] of Object.entries(server.sessions)) if (other.locked) unlock(world, server, other, Number(id))
}

function unlock(world: ClusterWorld, server: MysqlState, session: Session, connection: ConnectionId): void {
  session.locked = false
  goOn(world, server, session, connection)
}

function serve(world: ClusterWorld, server: MysqlState, session: Session, command: Command, connection: ConnectionId): void {
  const { cause } = world
  const outcome = execute(world, server, command, connection)
  session.busy = outcome === 'later' || outcome === 'locked'
  if (!session.busy) send(world, connection, 1, { type: 'reply', reply: outcome, write: command.write })
  else if (outcome === 'locked' || server.locking === connection) {
    session.locked = outcome === 'locked'
    session.held.unshift({ command, cause })
  }
}
