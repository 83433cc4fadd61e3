import type { Reply } from '@/lib/sim/journal'
import { eventsOf } from '../../events'
import { isPrimary } from '../../film/lanes'
import type { Instant, MomentKind, Story } from '../../story/kind'
import type { Kill } from '../../story/moments/kill'
import { before, primaryBefore, toServer } from '../../story/moments/story'
import { readsOf, receivedAt } from './reads'

/** A commit that is held up for less is not worth telling, µs. */
const NOTICEABLE = 250_000

/** A source begins to hold commits up; the first time. */
interface Held extends Instant {
  readonly server: string
  readonly point: 'AFTER_SYNC' | 'AFTER_COMMIT'
}

const held: MomentKind<Held> = {
  weight: 92,
  told: 'always',
  find: ({ run, lanes }) =>
    eventsOf(run, 'wait-start')
      .filter(({ event, index }) => {
        const end = eventsOf(run, 'wait-end', 'kill').find((one) => one.index > index && one.event.host === event.host)
        return (end?.event.at ?? lanes.end) - event.at >= NOTICEABLE
      })
      .slice(0, 1)
      .map(({ event: { at, host: server, point }, index }) => ({ at, index, server, point })),
}

/** A source waits for nobody any more; the commits that it let go without an acknowledgement. */
interface FellBack extends Instant {
  readonly server: string
  readonly reason: 'timeout' | 'no-replica' | 'disabled'
  readonly released: number
}

const fellBack: MomentKind<FellBack> = {
  weight: 97,
  told: 'always',
  find: ({ run, verdict }) =>
    eventsOf(run, 'semisync-off').map(({ event: { at, host: server, reason }, index }) => {
      const released = verdict.writes.filter(
        (write) => write.server === server && write.sentAt <= at && write.error === null && (write.answeredAt ?? 0) > at,
      )
      // Those behind it go on within milliseconds.
      const soon = released.filter(({ answeredAt }) => (answeredAt ?? Infinity) < at + NOTICEABLE)
      return { at, index, server, reason, released: soon.length }
    }),
}

/** It waits again. `away`: since it went off. */
interface Returned extends Instant {
  readonly server: string
  readonly away: number
}

const returned: MomentKind<Returned> = {
  weight: 75,
  told: 'room',
  find: ({ run }) =>
    eventsOf(run, 'semisync-on').flatMap(({ event: { at, host: server }, index }): Returned[] => {
      const off = eventsOf(run, 'semisync-off').findLast((one) => one.index < index && one.event.host === server)
      return off === undefined ? [] : [{ at, index, server, away: at - off.event.at }]
    }),
}

/** An operator makes a replica the source. `alive`: another one that takes writes; `missing`: acknowledged writes that it has not. */
interface MadeWritable extends Instant {
  readonly host: string
  readonly alive: string | null
  readonly missing: number
  readonly acknowledged: number
}

const madeWritable: MomentKind<MadeWritable> = {
  weight: 100,
  told: 'always',
  find: ({ run, lanes, fates }) =>
    eventsOf(run, 'promoted').map(({ event: { at, host }, index }) => {
      const { missing = 0, acknowledged = 0 } = fates.shortfalls.get(index) ?? {}
      return { at, index, host, alive: primaryBefore(lanes, at, host), missing, acknowledged }
    }),
}

/** A server throws its relay log away, and with it what it had received and not applied. */
interface RelayDiscarded extends Instant {
  readonly host: string
  readonly discarded: number
  readonly acknowledged: number
}

const relayDiscarded: MomentKind<RelayDiscarded> = {
  weight: 98,
  told: 'always',
  find: ({ run, verdict }) =>
    eventsOf(run, 'repointed').flatMap(({ event: { at, host, discarded }, index }): RelayDiscarded[] => {
      if (discarded.length === 0) return []
      const acknowledged = verdict.writes.filter(
        ({ write, answeredAt, error }) => discarded.includes(write) && error === null && (answeredAt ?? Infinity) <= at,
      ).length
      return [{ at, index, host, discarded: discarded.length, acknowledged }]
    }),
}

/** What a replica receives is applied no more. `errno`: the error for which; null where somebody stopped it. */
interface ApplierStopped extends Instant {
  readonly host: string
  readonly errno: number | null
}

const applierStopped: MomentKind<ApplierStopped> = {
  weight: 88,
  told: 'always',
  find: ({ run }) =>
    eventsOf(run, 'applier').flatMap(({ event: { at, host, state, errno }, index }): ApplierStopped[] => {
      const whole = eventsOf(run, 'receiver').some(
        ({ event }) => event.host === host && event.state === 'stopped' && event.at <= at && event.at > at - NOTICEABLE,
      )
      return state === 'stopped' && (errno !== null || !whole) ? [{ at, index, host, errno }] : []
    }),
}

/** A server takes connections again. `kept`: transactions of its binlog that nobody had been answered; `successor`: who took its place. */
interface Back extends Instant {
  readonly host: string
  readonly writable: boolean
  readonly kept: number
  readonly successor: string | null
}

const back: MomentKind<Back> = {
  weight: 90,
  told: 'always',
  find: ({ run, lanes }) =>
    eventsOf(run, 'mysql-up').flatMap(({ event: { at, host, writable, committed }, index }): Back[] =>
      at === 0 ? [] : [{ at, index, host, writable, kept: committed.length, successor: primaryBefore(lanes, at, host) }],
    ),
}

/** A replica turns up with transactions that its source lacks, and nothing refuses it. */
interface Errant extends Instant {
  readonly host: string
  readonly of: string
  readonly gtids: string
}

const errant: MomentKind<Errant> = {
  weight: 95,
  told: 'always',
  find: ({ run }) =>
    eventsOf(run, 'errant').map(({ event: { at, host: of, replica: host, gtids }, index }) => ({ at, index, host, of, gtids })),
}

/** A session reads a row while the client that wrote it still waits. `gone`: the final source has it not. */
interface Phantom extends Instant {
  readonly on: string
  readonly client: string
  readonly command: string
  readonly gone: boolean
}

const phantom: MomentKind<Phantom> = {
  weight: 99,
  told: 'always',
  find: ({ run, verdict }) =>
    readsOf(run, verdict).flatMap(({ at, index, on, command, phantom: seen }): Phantom[] =>
      seen === null ? [] : [{ at, index, on, client: seen.client, command, gone: seen.gone }],
    ),
}

/** What somebody read. */
interface Read extends Instant {
  readonly on: string
  readonly command: string
  readonly reply: Reply
}

const read: MomentKind<Read> = {
  weight: 70,
  told: 'room',
  find: ({ run, verdict }) =>
    readsOf(run, verdict).flatMap(({ phantom: seen, ...told }): Read[] => (seen === null ? [told] : [])),
}

/** What comes with MySQL, by its code. */
export const MYSQL_MOMENTS = {
  held,
  'fell-back': fellBack,
  returned,
  'made-writable': madeWritable,
  'relay-discarded': relayDiscarded,
  'applier-stopped': applierStopped,
  back,
  errant,
  phantom,
  read,
} satisfies Readonly<Record<string, MomentKind<Instant>>>

/** What a server of MySQL takes with it when it dies: what no replica has in its relay log. */
export function killsOfMysql({ run, lanes, verdict }: Story): readonly Kill[] {
  const received = receivedAt(run)
  return eventsOf(run, 'kill')
    .filter(toServer)
    .map(({ event: { at, host, power = false }, index }) => {
      const answered = verdict.writes.filter(
        (write) => write.server === host && write.error === null && (write.answeredAt ?? Infinity) <= at,
      )
      const stranded = answered.filter(({ write }) => (received.get(write) ?? Infinity) > at).length
      const complete = answered.length > 0 && stranded === 0
      return { at, index, host, primary: isPrimary(before(lanes, host, at)), stranded, complete, waited: null, power }
    })
}
