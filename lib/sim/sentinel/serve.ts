import { PORT } from '../defaults'
import type { Reply } from '../journal'
import type { ClusterConnection, ClusterWorld, Message } from '../redis/messages'
import { grantVote } from './election'
import { startFailover } from './failover'
import { processHello } from './hello'
import { selectReplica } from './select'
import type { SentinelState } from './state'

/** Answers what peers, clients and operators send to a sentinel. */
export function serve(world: ClusterWorld, sentinel: SentinelState, connection: ClusterConnection, message: Message): void {
  switch (message.type) {
    case 'ping':
      world.send(connection, 1, { type: 'pong' })
      break
    case 'publish':
      processHello(world, sentinel, message.hello)
      world.send(connection, 1, { type: 'published' })
      break
    case 'ask':
      answer(world, sentinel, connection, message)
      break
    case 'get-master-addr':
      world.send(connection, 1, { type: 'master-addr', primary: sentinel.primaryNamed })
      break
    case 'command':
      world.send(connection, 1, { type: 'reply', reply: execute(world, sentinel, message.name, message.args) })
      break
  }
}

/** `is-master-down-by-addr`: a sentinel that has switched does not know the old address, says no and does not vote (R96). */
function answer(
  world: ClusterWorld,
  sentinel: SentinelState,
  connection: ClusterConnection,
  ask: Extract<Message, { type: 'ask' }>,
): void {
  const known = ask.primary === sentinel.primary.host
  const down = known && !sentinel.tilt && sentinel.primary.subjectivelyDown
  const asksForVote = known && ask.candidate !== null
  if (asksForVote) grantVote(world, sentinel, ask.epoch, ask.candidate)
  const vote = asksForVote ? sentinel.vote : null
  sentinel.send(world, connection, 1, { type: 'ask-reply', down, vote, voteEpoch: sentinel.voteEpoch })
}

function execute(world: ClusterWorld, sentinel: SentinelState, name: string, args: readonly string[]): Reply {
  if (name === 'PING') return args[0] ?? 'PONG'
  if (name !== 'SENTINEL') return { error: `ERR unknown command '${name}'` }
  const [subcommand = '', master = ''] = args
  if (master !== 'm')
    return subcommand.toUpperCase() === 'GET-MASTER-ADDR-BY-NAME' ? null : { error: 'ERR No such master with that name' }
  switch (subcommand.toUpperCase()) {
    case 'FAILOVER':
      return manualFailover(world, sentinel)
    case 'GET-MASTER-ADDR-BY-NAME':
      return [sentinel.primaryNamed, String(PORT)]
    case 'CKQUORUM':
      return checkQuorum(sentinel)
    default:
      return { error: `ERR Unknown sentinel subcommand '${subcommand}'` }
  }
}

/** `SENTINEL FAILOVER m`: no agreement and no votes needed, and no word to the old primary (R125). */
function manualFailover(world: ClusterWorld, sentinel: SentinelState): Reply {
  if (sentinel.inFailover) return { error: 'INPROG Failover already in progress' }
  if (selectReplica(world.now, sentinel) === null) return { error: 'NOGOODSLAVE No suitable replica to promote' }
  startFailover(world, sentinel)
  sentinel.forced = true
  return 'OK'
}

/** `SENTINEL CKQUORUM m` (R127, R166). */
function checkQuorum(sentinel: SentinelState): Reply {
  const known = sentinel.peers.length + 1
  const usable = 1 + sentinel.peers.filter(({ subjectivelyDown }) => !subjectivelyDown).length
  const problems = [
    ...(usable < sentinel.quorum ? ['Not enough available Sentinels to reach the specified quorum for this master'] : []),
    ...(usable < Math.floor(known / 2) + 1
      ? ['Not enough available Sentinels to reach the majority and authorize a failover']
      : []),
  ]
  if (problems.length === 0) return `OK ${usable} usable Sentinels. Quorum and failover authorization can be reached`
  return { error: `NOQUORUM ${usable} usable Sentinels. ${problems.join('. ')}` }
}
