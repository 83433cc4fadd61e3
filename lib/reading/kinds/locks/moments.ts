import { eventsOf } from '../../events'
import type { Instant, MomentKind } from '../../story/kind'
import { judgeLocks } from '../../verdict/locks'

/** A client is granted a lock. `other`: who believes that he owns it already; null for nobody. */
interface Granted extends Instant {
  readonly host: string
  readonly token: number | null
  readonly other: string | null
}

const granted: MomentKind<Granted> = {
  weight: 96,
  told: 'always',
  find: ({ run }) => {
    const { beliefs } = judgeLocks(run)
    return beliefs.map(({ owner: host, name, from: at, token, index }) => {
      const other = beliefs.find((one) => one.name === name && one.owner !== host && one.index < index && one.until > at)
      return { at, index, host, token, other: other?.owner ?? null }
    })
  },
}

/** `lock()` throws because too few replicas confirmed; the first time. */
interface Unsynced extends Instant {
  readonly host: string
}

const unsynced: MomentKind<Unsynced> = {
  weight: 90,
  told: 'room',
  find: ({ run }) =>
    eventsOf(run, 'lock-failed')
      .filter(({ event }) => event.error === 'NoSyncedSlaves')
      .slice(0, 1)
      .map(({ event: { at, host }, index }) => ({ at, index, host })),
}

/** A renewal comes to nothing: the first of those that nobody is told of, and each after which none follows. */
interface NotRenewed extends Instant {
  readonly host: string
  readonly gone: boolean
  readonly stops: boolean
  readonly told: boolean
}

const notRenewed: MomentKind<NotRenewed> = {
  weight: 92,
  told: 'always',
  find: ({ run }) =>
    eventsOf(run, 'lock-not-renewed')
      .filter(({ event }, index) => index === 0 || event.stops)
      .map(({ event: { at, host, error, stops, told }, index }) => ({ at, index, host, gone: error === 'gone', stops, told })),
}

/** A client stands still, or goes on. */
interface Stood extends Instant {
  readonly host: string
}

const stood = (type: 'pause' | 'resume'): MomentKind<Stood> => ({
  weight: 91,
  told: 'always',
  find: ({ run }) =>
    eventsOf(run, type)
      .filter(({ event }) => event.process === 'client')
      .map(({ event: { at, host }, index }) => ({ at, index, host })),
})

/** The first write that comes from an owner whom another has followed. */
interface Late extends Instant {
  readonly from: string
  readonly resource: string
  readonly token: number | null
  readonly taken: boolean
}

const late: MomentKind<Late> = {
  weight: 97,
  told: 'always',
  find: ({ run }) => {
    const { staleAccepted, staleRefused } = judgeLocks(run).resource
    const first = Math.min(staleAccepted[0] ?? Infinity, staleRefused[0] ?? Infinity)
    return eventsOf(run, 'guarded-write')
      .filter(({ index }) => index === first)
      .map(({ event: { at, host: resource, from, token, accepted: taken }, index }) => ({
        at,
        index,
        from,
        resource,
        token,
        taken,
      }))
  },
}

/** What comes with locks, by its code. */
export const LOCK_MOMENTS = {
  'lock-granted': granted,
  unsynced,
  'not-renewed': notRenewed,
  'owner-stands': stood('pause'),
  'owner-wakes': stood('resume'),
  'late-write': late,
} satisfies Readonly<Record<string, MomentKind<Instant>>>
