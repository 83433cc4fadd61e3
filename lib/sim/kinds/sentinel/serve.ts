import type { ConnectionId } from '../../core/end'
import type { Handlers, Tagged } from '../../core/model'
import { send } from '../../core/transport'
import { PORT } from '../../defaults'
import type { Reply } from '../../reply'
import type { Message } from '../messages'
import type { ClusterProtocol, ClusterWorld } from '../protocol'
import { grantVote } from './election'
import { startFailover } from './failover'
import { post } from './file'
import { processHello } from './hello'
import { selectReplica } from './select'
import { inFailover, primaryNamed, type SentinelState } from './state'

/** Answers what peers, clients and operators send to a sentinel. */
export const fromOthers = {
  ping: (world, _sentinel, _message, connection) => send(world, connection, 1, { type: 'pong' }),
  publish(world, sentinel, { hello }, connection) {
    processHello(world, sentinel, hello)
    send(world, connection, 1, { type: 'published' })
  },
  ask: answer,
  'get-master-addr': (world, sentinel, _message, connection) =>
    send(world, connection, 1, { type: 'master-addr', primary: primaryNamed(sentinel) }),
  command: (world, sentinel, { name, args, write }, connection) =>
    send(world, connection, 1, { type: 'reply', reply: execute(world, sentinel, name, args), write }),
} satisfies Handlers<ClusterProtocol, SentinelState>

/** `is-master-down-by-addr`: a sentinel that has switched does not know the old address, says no and does not vote (R96). */
function answer(world: ClusterWorld, sentinel: SentinelState, ask: Tagged<Message, 'ask'>, connection: ConnectionId): void {
  const known = ask.primary === sentinel.primary.host
  const down = known && !sentinel.tilt && sentinel.primary.subjectivelyDown
  const asksForVote = known && ask.candidate !== null
  if (asksForVote) grantVote(world, sentinel, ask.epoch, ask.candidate)
  const vote = asksForVote ? sentinel.vote : null
  // Without a vote that it has just cast, its answer comes of what it has found itself.
  if (down && vote === null) world.cause = sentinel.primary.downBy
  post(world, sentinel, connection, 1, { type: 'ask-reply', down, vote, voteEpoch: sentinel.voteEpoch })
}

function execute(world: ClusterWorld, sentinel: SentinelState, name: string, args: readonly string[]): Reply {
  if (name === 'PING') return args[0] ?? 'PONG'
  if (name !== 'SENTINEL') return { error: `ERR unknown command '${name}'` }
  const [subcommand = '', master = ''] = args
  if (master !== 'm')
    return subcommand.toUpperCase() === 'GET-MASTER-ADDR-BY-NAME' ? null : { error: 'ERR No such master with that name' }
  const known = Object.hasOwn(SUBCOMMANDS, subcommand.toUpperCase()) ? SUBCOMMANDS[subcommand.toUpperCase()] : undefined
  return known === undefined ? { error: `ERR Unknown sentinel subcommand '${subcommand}'` } : known(world, sentinel)
}

/** `SENTINEL subcommand m`. */
const SUBCOMMANDS: Readonly<Record<string, (world: ClusterWorld, sentinel: SentinelState) => Reply>> = {
  FAILOVER: manualFailover,
  'GET-MASTER-ADDR-BY-NAME': (_world, sentinel) => [primaryNamed(sentinel), String(PORT)],
  CKQUORUM: (_world, sentinel) => checkQuorum(sentinel),
}

/** `SENTINEL FAILOVER m`: no agreement and no votes needed, and no word to the old primary (R125). */
function manualFailover(world: ClusterWorld, sentinel: SentinelState): Reply {
  if (inFailover(sentinel)) return { error: 'INPROG Failover already in progress' }
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
