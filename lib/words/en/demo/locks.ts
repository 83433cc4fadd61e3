import type { LockHeadline } from '@/lib/reading/kinds/locks/headlines'
import type { LOCK_MOMENTS } from '@/lib/reading/kinds/locks/moments'
import type { MomentOf } from '@/lib/reading/story/moment'
import { code, host, type Phrase, say, strong } from '../../phrase'
import { counted, number } from '../counted'
import { demo } from '.'
import { seconds } from './pieces'

const headlines: { readonly [C in LockHeadline['code']]: (headline: Extract<LockHeadline, { code: C }>) => Phrase } = {
  'two-owners': ({ owners: [first, second], micros, stale }) => {
    const two = say`${strong('Two owners at once')} for ${seconds(micros)}: ${host(first)} and ${host(second)}.`
    return stale === 0 ? two : say`${two} The resource took ${strong(`${counted(stale, 'write')} of the stale one`)}.`
  },
  fenced: ({ owners: [first, second], micros, stale }) =>
    say`Two owners at once for ${seconds(micros)}: ${host(first)} and ${host(second)}. The resource ${strong(`refused all ${counted(stale, 'stale write')}`)}.`,
  'one-owner': ({ orphaned }) =>
    orphaned === 0
      ? say`The lock never had two owners.`
      : say`The lock never had two owners. For ${strong(seconds(orphaned))} it had none, and nobody could get it.`,
  'no-owner': () => say`Nobody got the lock.`,
}

const moments: { readonly [C in keyof typeof LOCK_MOMENTS]: (moment: MomentOf<C>) => Phrase } = {
  'lock-granted': ({ host: name, token, other }) => {
    const got = say`${host(name)} is granted the lock${token === null ? '' : ` with token ${token}`}.`
    return other === null ? got : say`${got} ${host(other)} still believes that it owns it: ${strong('two owners')}.`
  },
  unsynced: ({ host: name }) => say`Too few replicas confirm: ${code('lock()')} throws on ${host(name)}.`,
  'not-renewed': ({ host: name, gone, stops, told }) => {
    if (told) return say`${host(name)} is told that its lock is gone.`
    const what = gone
      ? say`The lock of ${host(name)} is not there to be renewed.`
      : say`Too few replicas confirm the renewal of ${host(name)}.`
    return stops ? say`${what} None follows, and the application is not told.` : what
  },
  'owner-stands': ({ host: name }) => say`${host(name)} freezes. Its lease runs on.`,
  'owner-wakes': ({ host: name }) => say`${host(name)} wakes up and continues where it stopped.`,
  'late-write': ({ from, resource, token, taken }) => {
    const what = say`${host(from)} writes${token === null ? '' : ` with token ${token}`}, though another has been granted the lock since.`
    return say`${what} ${host(resource)} ${strong(taken ? 'takes it' : 'refuses it')}.`
  },
}

/** What only demos with locks have to say. */
export const own = {
  /** How a client stands to its lock; below that its token. */
  is: { asks: 'wants the lock', owns: 'owns the lock', left: 'gave it up' },
  /** It believes so, and its lease is over. */
  thinks: 'thinks it owns it',
  leaseOver: 'lease is over',
  token: (token: number) => `token ${number(token)}`,
  /** Whose lock a server has. */
  key: (owner: string) => `lock of ${owner}`,
  noKey: 'no lock',
  /** What a resource says. Longest first: drawn is the first one that fits. */
  resource: {
    unfenced: ['looks at no token'],
    noToken: ['no token yet'],
    largest: (token: number) => [`largest token: ${number(token)}`],
    writes: (taken: number, refused: number) =>
      refused === 0
        ? [`${counted(taken, 'write')} taken`, `${number(taken)} taken`]
        : [`${number(taken)} taken, ${number(refused)} refused`],
    staleTaken: (count: number) => [`${number(count)} of a stale owner`],
    staleRefused: (count: number) => [`refused: ${number(count)} stale`],
  },
}

/** Words of the demos where clients take locks. */
export const locks: typeof demo & { readonly headlines: typeof headlines; readonly moments: typeof moments } = {
  ...demo,
  headlines: { ...demo.headlines, ...headlines },
  kinds: { ...demo.kinds, owner: 'owner', overdue: 'lease over', without: 'not the owner' },
  lanes: { ...demo.lanes, twoPrimaries: (_, micros) => `two owners for ${seconds(micros)}` },
  alternative: {
    ...demo.alternative,
    overlap: (clients, from, to, accepting) =>
      demo.alternative.overlap(clients, from, to, accepting).replace('are primary', 'believe that they own the lock'),
  },
  stage: { ...demo.stage, roles: { ...demo.stage.roles, resource: 'resource' } },
  moments: {
    ...demo.moments,
    ...moments,
    end: ({ primary }) => (primary === null ? say`The run ends.` : say`The run ends, with ${host(primary)} as the primary.`),
  },
}

/** Words of the demos where they ask several servers, and are connected to none in particular. */
export const redlock: typeof locks = { ...locks, stage: { ...locks.stage, noConnection: 'asks all servers' } }
