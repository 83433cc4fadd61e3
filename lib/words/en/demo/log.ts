import type { NoteCode, NoteOf } from '@/lib/reading/lists/notes'
import { code, host, lost, type Phrase, say } from '../../phrase'
import { replyText } from '../../reply'
import { number } from '../counted'
import { logged } from './logged'
import { seconds, writes } from './pieces'

/** What the log says of an event for which Redis has no line. */
export const notes: { readonly [C in NoteCode]: (note: NoteOf<C>) => Phrase } = {
  settled: () => say`The replicas have caught up; the sentinels know each other.`,
  ...logged,
  kill: ({ host: name, process, power }) =>
    power
      ? say`${host(name)} loses its power, and with it the ${process} process.`
      : say`The ${process} process of ${host(name)} is killed.`,
  start: ({ host: name, process }) => say`The ${process} process of ${host(name)} is started.`,
  pause: ({ host: name, process }) => say`The ${process} process of ${host(name)} freezes.`,
  resume: ({ host: name, process }) => say`The ${process} process of ${host(name)} wakes up.`,
  boot: ({ writes: count }) => say`${count === 0 ? 'No data' : `${writes(count)} loaded`}`,
  load: ({ primary, discarded }) =>
    say`Copied ${host(primary)}${discarded > 0 ? say`; ${lost(`${writes(discarded)} of its own erased`)}` : ''}`,
  gate: ({ good, needed, open }) => say`Good replicas: ${good}, needed: ${needed}. Writes ${open ? 'pass' : 'are refused'}.`,
  config: ({ directive, value }) => say`${code(`CONFIG SET ${directive} ${value}`)}`,
  failover: ({ state }) => say`${code(`master_failover_state:${state}`)}`,
  connect: ({ server }) => say`Connected to ${host(server)}`,
  disconnect: ({ server, reason }) => {
    const why = {
      closed: 'closed by the server',
      refused: 'refused',
      readonly: 'dropped after READONLY',
      timeout: 'timed out',
      'not-primary': 'not a primary',
    }
    return say`Connection to ${host(server)}: ${why[reason]}`
  },
  resolve: ({ sentinel, primary }) =>
    primary === null ? say`${host(sentinel)} names no primary` : say`${host(sentinel)} names ${host(primary)}`,
  belief: ({ primary }) => say`From now on it names ${host(primary)} to clients that ask`,
  'answers-change': ({ error }) =>
    error === 'NOCONN' ? say`Writes find no connection` : say`Writes are answered ${code(error ?? 'OK')}`,
  reply: ({ command, reply: answer }) => say`${code(command)} → ${code(replyText(answer))}`,
  send: ({ server, key }) => (server === null ? say`${code(key)}, and no connection` : say`${code(key)} to ${host(server)}`),
  execute: ({ offset }) => say`Write executed, offset ${number(offset)}`,
  apply: ({ offset }) => say`Write applied, offset ${number(offset)}`,
  answer: ({ error }) => (error === 'NOCONN' ? say`No connection` : say`Reads ${code(error ?? 'OK')}`),
  'wait-answer': ({ asked, count, disks }) =>
    disks ? say`${code('WAITAOF')} returns ${disks.join(' and ')}` : say`${code('WAIT')} asked for ${asked}: ${count}`,
  fsync: ({ writes: count }) => say`${writes(count)} of its AOF are on the disk`,
  call: ({ line }) => say`${code(line)}`,
  ack: ({ replica, offset }) => say`${code(`REPLCONF ACK ${offset}`)} from ${host(replica)}`,
}

/** The event log. */
export const log = {
  traffic: 'show each message',
  network: 'network',
  goTo: (micros: number) => `Go to ${seconds(micros, 3)}`,
  list: 'Events, in Redis’ own words where it logs them',
}
