import { dequeue } from '../../core/fifo'
import type { Handle, Handlers, Kind, Order, Tagged } from '../../core/model'
import type { Place } from '../../core/place'
import { settledConnection } from '../../core/transport'
import { emit, placeOf } from '../../core/world'
import type { Reply } from '../../reply'
import { copiesIn } from '../../scenario/wait'
import type { Message } from '../messages'
import type { ClusterProtocol, ClusterWorld } from '../protocol'
import { ask, giveUpWhenOverdue } from './ask'
import { scheduleNext, write } from './send'
import { askNext, metReplica, primaryNamed, ready, startSession, verified } from './session'
import { abandon, type ClientPlan, type ClientState, newClient, type Pending } from './state'
import { answerTyped, firstWord, typed } from './typed'

const ROLE = { type: 'command', name: 'ROLE', args: [], write: -1, bytes: 0 } as const
const NOT_CONNECTED = { error: 'NOCONN not connected' } as const

/** A client: an application that writes, and the person who types on its connection. */
export const client: Kind<ClusterProtocol, ClientPlan, ClientState, null> = {
  name: 'client',

  settle(world, placed) {
    const clients = placed.map(({ place, spec }) => ({ one: begin(world, place, spec), place, server: spec.server }))
    for (const { one, place, server } of clients) settleSession(world, one, place, server)
  },
  announce: () => {},
  started(world, place, plan) {
    const one = begin(world, place, plan)
    startSession(world, one, 'start')
    return one
  },
  files: () => null,

  on: {
    reply: (world, one, message) => readReply(world, one, message.reply),
    'master-addr': (world, one, { primary }, connection) => primaryNamed(world, one, connection, primary),
  } satisfies Handlers<ClusterProtocol, ClientState>,

  timers: {
    write,
    overdue: giveUpWhenOverdue,
    sentinel(world, one, attempt) {
      if (attempt === one.attempt && one.discovery !== null) askNext(world, one, one.discovery)
    },
    retry: startOver,
    connect: startOver,
  },

  typed(world, { state, status }, order) {
    if (status === 'running' && state !== null && isClient(state)) typeOwn(world, state, order)
  },

  opened(world, one, connection) {
    const { session } = one
    if (session.type !== 'connecting' || session.connection !== connection) return
    if (one.discovery === null) ready(world, one, connection, session.server)
    else {
      one.session = { type: 'verifying', connection, server: session.server }
      ask(world, one, connection, { type: 'role', since: world.now }, ROLE)
    }
  },

  closed(world, one, connection, _side, reason) {
    const { session, discovery } = one
    if (session.type === 'idle' || session.connection !== connection) return
    if (session.type === 'asking') {
      if (discovery !== null) askNext(world, one, discovery)
      return
    }
    const { server } = session
    abandon(one)
    if (session.type === 'ready')
      emit(world, { at: world.now, host: one.host, type: 'disconnect', by: world.cause, server, reason })
    startSession(world, one, reason)
  },
}

/** Types a command on the client's own connection. */
function typeOwn(world: ClusterWorld, one: ClientState, order: Order): void {
  const { session, host } = one
  const command = typed(world, host, session.type === 'ready' ? session.server : null, order)
  if (session.type !== 'ready') answerTyped(world, host, command, NOT_CONNECTED)
  else ask(world, one, session.connection, { type: 'run', typed: command, since: command.since }, command.command)
}

function isClient(state: object): state is ClientState {
  return 'session' in state
}

/** Its workloads go on with what is due from now. It has no connection yet. */
function begin(world: ClusterWorld, place: Place<Message>, plan: ClientPlan): ClientState {
  const one = newClient(place, plan)
  place.state = one
  for (const index of one.writers.keys()) scheduleNext(world, one, index)
  return one
}

/** It stands connected to its server. */
function settleSession(world: ClusterWorld, one: ClientState, place: Place<Message>, server: string): void {
  const connection = settledConnection(world, place, placeOf(world, server, 'redis', 'mysql'))
  one.session = { type: 'ready', connection, server }
}

function startOver(world: ClusterWorld, one: ClientState, attempt: number): void {
  if (attempt === one.attempt) startSession(world, one, 'timeout')
}

type Answered = Handle<[world: ClusterWorld, one: ClientState, pending: Pending, reply: Reply]>

/** What becomes of an answer, by what it answers. */
const ANSWERED: Readonly<Record<Pending['type'], Answered>> = {
  write(world, one, pending: Tagged<Pending, 'write'>, reply) {
    const error = firstWord(reply)
    emit(world, { at: world.now, host: one.host, type: 'answer', by: world.cause, write: pending.write, error })
    if (error === 'READONLY') metReplica(world, one)
  },
  wait(world, { host }, { write: number, local, asked }: Tagged<Pending, 'wait'>, reply) {
    const copies = copiesIn(reply, local, asked)
    if (copies !== null) emit(world, { at: world.now, host, type: 'wait-answer', by: world.cause, write: number, ...copies })
  },
  run: (world, { host }, pending: Tagged<Pending, 'run'>, reply) => answerTyped(world, host, pending.typed, reply),
  role: (world, one, _pending, reply) => verified(world, one, Array.isArray(reply) && reply[0] === 'master'),
}

/** Answers come in the order of the commands. */
function readReply(world: ClusterWorld, one: ClientState, reply: Reply): void {
  const pending = dequeue(one.pending)
  if (pending !== undefined) ANSWERED[pending.type](world, one, pending, reply)
}
