import { type FactWords, replyText } from '@/lib/evidence/fact-text'
import type { Label } from '@/lib/evidence/label'
import type { QuantityCode } from '@/lib/evidence/quantities'
import { counted } from '../counted'

const which = (nth: number | null): string => (nth === null ? '' : ` (${nth})`)

/** What a time or a count is called. */
export const quantities: Readonly<Record<QuantityCode, (label: Label<QuantityCode>) => string>> = {
  attempted: () => 'Writes attempted',
  acknowledged: () => 'Acknowledged writes',
  unanswered: () => 'Unanswered writes',
  lost: () => 'Acknowledged writes lost',
  survived: () => 'Never acknowledged, yet there at the end',
  refused: ({ of }) => (of === 'NOCONN' ? 'Writes with no connection' : `Writes refused: ${of}`),
  waitReturned: ({ of }) => (of === 'none' ? 'WAIT unanswered' : `WAIT returned ${of}`),
  lostBehindWait: ({ of }) => (of === 'none' ? 'Lost, WAIT unanswered' : `Lost although WAIT returned ${of}`),
  waitaofFound: ({ of }) => (of === 'none' ? 'WAITAOF unanswered' : `WAITAOF found ${counted(Number(of), 'disk')}`),
  lostBehindWaitaof: ({ of }) =>
    of === 'none' ? 'Lost, WAITAOF unanswered' : `Lost although WAITAOF found ${counted(Number(of), 'disk')}`,
  firstLost: () => 'First lost write sent',
  lastLost: () => 'Last lost write sent',
  firstRefused: ({ of }) => (of === 'NOCONN' ? 'First write with no connection' : `First ${of}`),
  promoted: ({ nth }) => `Replica promoted${which(nth)}`,
  firstSwitched: ({ nth }) => `First sentinel names it${which(nth)}`,
  lastSwitched: ({ nth }) => `Last sentinel names it${which(nth)}`,
  demoted: ({ of, nth }) => `${of} demoted${which(nth)}`,
  demotedAfterHeal: ({ of, nth }) => `${of} demoted, after the heal${which(nth)}`,
  demotedAfterRestart: ({ of, nth }) => `${of} demoted, after its restart${which(nth)}`,
  firstResync: ({ of }) => `First ${of} resync`,
  lastResync: ({ of }) => `Last ${of} resync`,
  fellBack: ({ of, nth }) => `${of} fell back to asynchronous${which(nth)}`,
  returned: ({ of, nth }) => `${of} back to semi-synchronous${which(nth)}`,
  confirmed: ({ of }) => `${of}: Rpl_semi_sync_source_yes_tx`,
  unconfirmed: ({ of }) => `${of}: Rpl_semi_sync_source_no_tx`,
  granted: ({ of, nth }) => `${of} has the lock${which(nth)}`,
  validity: ({ of, nth }) => `${of} may count on it for${which(nth)}`,
  lockRefused: () => 'Tries that found the lock taken',
  twoOwnersFrom: ({ nth }) => `Two owners from${which(nth)}`,
  twoOwnersFor: ({ nth }) => `Two owners for${which(nth)}`,
  taken: () => 'Writes that the resource took',
  fenced: () => 'Writes that the resource refused',
  staleTaken: () => 'Taken from an owner whom another had followed',
  took: ({ of, nth }) => `${of} took${which(nth)}`,
}

/** What was decided. */
export const factWords: FactWords = {
  facts: {
    failovers: 'Promoted',
    switched: 'Sentinels that switched',
    demotions: 'Demoted',
    resyncs: 'Resyncs',
    finalPrimary: 'Primary at the end',
    errors: 'Errors clients read',
    waitReturned: 'WAIT returned',
    lostBehindWait: 'Lost in spite of WAIT',
    waitaofFound: 'Disks that WAITAOF found',
    lostBehindWaitaof: 'Lost in spite of WAITAOF',
    lost: 'Acknowledged writes lost',
    modes: 'Semi-sync',
    grants: 'Who has the lock, in this order',
    twoOwners: 'Two owners at once',
    lockErrors: 'Errors of lock()',
    repeatedTokens: 'Fencing tokens given twice',
    replies: 'Replies',
  },
  factItems: {
    promotion: ({ from, to, byHand }) => `${from ?? '?'} → ${to}${byHand ? ' by hand' : ''}`,
    sentinels: ({ hosts }) => (hosts.length === 0 ? 'none' : hosts.join(' ')),
    demotion: ({ host, resync }) => `${host}, ${resync ?? 'no'} resync`,
    resync: ({ replica, primary, kind }) => `${replica} from ${primary}, ${kind}`,
    host: ({ host }) => host,
    error: ({ error }) => error,
    wait: ({ returned }) => (returned === null ? 'no answer' : String(returned)),
    some: () => 'some',
    mode: ({ host, fellBack, returned }) => `${host} fell back ${fellBack}×, came back ${returned}×`,
    grant: ({ owner, token }) => (token === null ? owner : `${owner} with token ${token}`),
    overlap: ({ owners }) => owners.join(' and '),
    token: ({ token, owners }) => `${token}, to ${owners.join(' and ')}`,
    reply: ({ on, command, reply }) => `${on} ${command} → ${replyText(reply, 'a text')}`,
  },
  semicolon: '; ',
  noFact: () => 'none',
}
