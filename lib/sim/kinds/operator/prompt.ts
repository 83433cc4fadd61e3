import type { ConnectionId } from '../../core/end'
import type { Handlers, Kind } from '../../core/model'
import type { Place } from '../../core/place'
import { close, connect, send } from '../../core/transport'
import { placeOf } from '../../core/world'
import { answerTyped, replyTyped, type Typed, typed } from '../client/typed'
import type { Message } from '../messages'
import type { ClusterProtocol } from '../protocol'

/** Someone at a prompt on the host of a server or a sentinel, as plain data: one connection for each command. */
interface OperatorState {
  readonly host: string
  readonly sessions: Record<ConnectionId, Typed>
}

/** What all do who type there, whatever they type. */
export const prompt = {
  settle(_world, placed) {
    for (const { place } of placed) place.state = newOperator(place)
  },
  announce: () => {},
  started: (_world, place) => newOperator(place),
  files: () => null,

  on: {
    reply(world, state, { reply }, connection) {
      const one = take(state, connection)
      if (one === undefined) return
      answerTyped(world, state.host, one, reply)
      close(world, connection, 0)
    },
  } satisfies Handlers<ClusterProtocol, OperatorState>,
  timers: {},

  /** At the process of another place on his host. */
  typed(world, target, order) {
    const here = placeOf(world, target.host, 'operator')
    const { state } = here
    if (state === null || !isOperator(state)) throw new Error(`nobody types on ${here.host}`)
    const one = typed(world, here.host, target.host, order)
    const connection = connect(world, here, target)
    state.sessions[connection] = one
    send(world, connection, 0, one.command)
  },
  opened: () => {},
  /** Refused: the command never left. Closed: it may have been executed, and nobody knows. */
  closed(world, state, connection, _side, reason) {
    const one = take(state, connection)
    if (one === undefined) return
    if (reason === 'refused') answerTyped(world, state.host, one, { error: 'NOCONN Connection refused' })
    else replyTyped(world, state.host, one, { error: 'NOCONN Connection closed' })
  },
} satisfies Omit<Kind<ClusterProtocol, null, OperatorState, null>, 'name'>

function isOperator(state: object): state is OperatorState {
  return 'sessions' in state
}

function newOperator({ host }: Place<Message>): OperatorState {
  return { host, sessions: {} }
}

function take(state: OperatorState, connection: ConnectionId): Typed | undefined {
  const one = state.sessions[connection]
  delete state.sessions[connection]
  return one
}
