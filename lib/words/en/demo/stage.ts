import type { SignalKind } from '@/lib/reading/film/signals'
import type { NodeKind } from '@/lib/reading/film/stage-plan'
import type { Role } from '@/lib/sim/journal'
import { host, type Phrase, say } from '../../phrase'
import { number } from '../counted'
import { seconds, writes } from './pieces'

/** A time on the stage: tenths while they matter. */
const ago = (micros: number): string => seconds(micros, micros < 9_950_000 ? 1 : 0)

/** What stands on the stage; where there is a kind of process that few pages have, with its own. */
type Roles = Readonly<Record<Role | 'sentinel' | 'client', string> & Partial<Record<NodeKind, string>>>

/** The cluster at one instant. Where there are several forms, the first one that fits is drawn. */
export const stage = {
  roles: { primary: 'primary', replica: 'replica', sentinel: 'sentinel', client: 'client' } satisfies Roles as Roles,
  says: (primary: string): Phrase => say`names ${host(primary)}`,
  suspects: (primary: string): Phrase => say`${host(primary)} is down`,
  dead: 'down',
  frozen: 'frozen',
  refuses: 'refuses writes',
  /** What a server has, against the primary's data. */
  data: {
    holds: (count: number) => (count === 0 ? 'empty' : writes(count)),
    /** Of a server that is down. */
    onDisk: (count: number) => (count === 0 ? 'memory is gone' : `on disk: ${writes(count)}`),
    noClient: 'no client yet',
    complete: 'caught up',
    /** On no other server. */
    only: (count: number) => [`${writes(count)} only here`, `${number(count)} only here`],
    /** Not on the primary: a full copy will erase them. */
    beyond: (count: number) => [`${writes(count)} at risk`, `${number(count)} at risk`],
    behind: (count: number, micros: number | null) => {
      const late = micros === null || micros < 50_000 ? '' : `, ${ago(micros)}`
      return [`${writes(count)} behind${late}`, `${number(count)} behind${late}`, `${number(count)} behind`]
    },
    copies: (from: string) => `full copy from ${from}`,
    erasing: (count: number) => [`erasing ${writes(count)}`, `erasing ${number(count)}`],
    erased: (count: number) => [`${writes(count)} erased`, `${number(count)} erased`],
  },
  /** The gate of `min-replicas-to-write`. */
  gate: {
    off: ['gate off: asks for 0', 'gate off'],
    counts: (needed: number, good: number) => [
      `asks for ${needed}, counts ${good}`,
      `asks ${needed}, counts ${good}`,
      `has ${good} of ${needed}`,
    ],
  },
  ack: (micros: number) => [`ACK ${ago(micros)} ago`, `ACK ${ago(micros)}`],
  hasIt: (micros: number) => [`has it, ACK ${ago(micros)} ago`, `has it, ACK ${ago(micros)}`, 'has it'],
  link: {
    down: (primary: string) => `no link to ${primary}`,
    connecting: (primary: string) => [`connects to ${primary}`, 'connects'],
    handshake: (primary: string) => [`handshake with ${primary}`, 'handshake'],
    sync: (primary: string) => [`awaits ${primary}’s data`, 'awaits data'],
    up: (primary: string) => `follows ${primary}`,
  },
  file: {
    aof: (count: number, onDisk?: number) =>
      onDisk === undefined
        ? [`AOF: ${writes(count)}`, `AOF: ${number(count)}`]
        : [`AOF: ${number(count)}, on disk ${number(onDisk)}`, `AOF: ${number(onDisk)} of ${number(count)}`],
    rdb: (count: number, _?: number) => [`RDB: ${writes(count)}`, `RDB: ${number(count)}`],
    none: ['nothing on disk', 'no file'],
  },
  writesTo: (server: string) => `writes to ${server}`,
  /** The second line is the word of the error. */
  refused: 'refused:',
  answersOk: 'reads OK',
  noAnswer: 'no answer',
  noConnection: 'no connection',
  counted: (count: number, wanted: number) => `${count} of ${wanted}`,
  leader: 'leader',
  epoch: (epoch: number) => `epoch ${epoch}`,
  votes: (count: number, sentinels: number) => `${count} of ${sentinels} votes`,
  votesFor: (sentinel: string) => `votes for ${sentinel}`,
  /** What a sentinel does with a message; `who` is at the other end, `text` what it says. */
  message: {
    ask: (who: string) => `asks ${who}`,
    vote: (_: string, text: string) => `votes for ${text}`,
    advice: (who: string, text: string) => `tells ${who}: ${text}`,
    info: (who: string) => `INFO from ${who}`,
    order: (who: string) => `orders ${who}`,
  },
  /** What a message says, on its way. */
  label: {
    ask: (epoch: string) => `vote? epoch ${epoch}`,
    vote: (candidate: string) => `vote: ${candidate}`,
    advice: (primary: string) => primary,
    info: (role: string) => role || 'INFO',
    order: (primary: string) => `SLAVEOF ${primary}`,
    ack: (offset: string) => `ACK ${number(Number(offset))}`,
    getack: () => 'GETACK',
    copy: () => 'full copy',
  } satisfies Readonly<Record<SignalKind, (text: string) => string>>,
}
