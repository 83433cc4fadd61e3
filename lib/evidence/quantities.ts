import { type WaitName, waitName } from '@/lib/reading/story/moments/story'
import type { Demotion } from '@/lib/reading/verdict/roles'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { type Label, labelKey } from './label'
import type { Outcome } from './outcome'

/**
 * `time`: milliseconds; `sending`: the same, but when a write was sent, and there is only one every so often; `trying`: the same of those
 * who try to take a lock; `count`: of writes, or tries.
 */
export type QuantityKind = 'time' | 'sending' | 'trying' | 'count'

/** What is timed or counted in a run. */
export const QUANTITY_KINDS = {
  attempted: 'count',
  acknowledged: 'count',
  unanswered: 'count',
  lost: 'count',
  /** Never acknowledged, and there at the end. */
  survived: 'count',
  /** Of an error. */
  refused: 'count',
  /** Acknowledged writes of which WAIT returned that. */
  waitReturned: 'count',
  lostBehindWait: 'count',
  /** The same of WAITAOF: of so many disks, its server's own among them where it asked for that. */
  waitaofFound: 'count',
  lostBehindWaitaof: 'count',
  firstLost: 'sending',
  lastLost: 'sending',
  /** Of an error. */
  firstRefused: 'sending',
  promoted: 'time',
  firstSwitched: 'time',
  lastSwitched: 'time',
  /** Of a host, since the start. */
  demoted: 'time',
  /** Of a host, since the last heal before it. */
  demotedAfterHeal: 'time',
  /** Of a host, since its last start. */
  demotedAfterRestart: 'time',
  /** Full or partial. */
  firstResync: 'time',
  lastResync: 'time',
  /** A source of MySQL, to asynchronous replication. */
  fellBack: 'time',
  /** The same source, to semi-synchronous. */
  returned: 'time',
  /** Commits of a source that were acknowledged by enough replicas, and those that were not. */
  confirmed: 'count',
  unconfirmed: 'count',
  /** A lock, to a client. */
  granted: 'trying',
  /** How much longer it could count on it then. */
  validity: 'time',
  lockRefused: 'count',
  /** Two owners at once: since when, and how long. */
  twoOwnersFrom: 'trying',
  twoOwnersFor: 'trying',
  /** Writes that a resource took or refused, and those that it took from an owner whom another had followed. */
  taken: 'count',
  fenced: 'count',
  staleTaken: 'count',
  /** A command that was typed. */
  took: 'time',
} as const satisfies Readonly<Record<string, QuantityKind>>

export type QuantityCode = keyof typeof QUANTITY_KINDS

export interface Quantity {
  readonly label: Label<QuantityCode>
  readonly value: number
}

/** So few writes may meet no connection while a client reconnects: no moment of the scenario. */
const STRAY = 10

/** What is timed or counted in a run, by the key of its label. What did not happen is absent: that is a decided fact. */
export function quantities(scenario: Scenario, outcome: Outcome): ReadonlyMap<string, Quantity> {
  const found = [
    ...counts(outcome, waitName(scenario)),
    ...sendings(outcome),
    ...promotions(outcome),
    ...demoted(scenario, outcome),
    ...resynced(outcome),
    ...semiSync(outcome),
    ...locked(outcome),
    ...typed(outcome),
  ]
  return new Map(found.map((quantity) => [labelKey(quantity.label), quantity]))
}

function quantity(code: QuantityCode, value: number, of = '', nth: number | null = null): Quantity {
  return { label: { code, of, nth }, value }
}

/** Which of several; a single one needs no number. */
function nthOf(all: readonly unknown[], index: number): number | null {
  return all.length > 1 ? index + 1 : null
}

/** What is counted of each command behind a write, by its name. */
const BEHIND = {
  WAIT: { returned: 'waitReturned', lost: 'lostBehindWait' },
  WAITAOF: { returned: 'waitaofFound', lost: 'lostBehindWaitaof' },
} as const satisfies Readonly<Record<WaitName, Readonly<Record<'returned' | 'lost', QuantityCode>>>>

function counts({ writes }: Outcome, command: WaitName): readonly Quantity[] {
  const behind = BEHIND[command]
  return [
    quantity('attempted', writes.attempted),
    quantity('acknowledged', writes.acknowledged),
    quantity('unanswered', writes.unanswered),
    quantity('lost', writes.lost),
    quantity('survived', writes.survivedUnacknowledged),
    ...Object.entries(writes.rejected).map(([error, value]) => quantity('refused', value, error)),
    ...Object.entries(writes.waits).flatMap(([returned, wait]) => [
      quantity(behind.returned, wait.writes, returned),
      quantity(behind.lost, wait.lost, returned),
    ]),
  ]
}

function sendings({ writes }: Outcome): readonly Quantity[] {
  const refused = Object.entries(writes.firstRejectedAtMs).filter(([error]) => (writes.rejected[error] ?? 0) > STRAY)
  return [
    ...(writes.firstLostAtMs === null ? [] : [quantity('firstLost', writes.firstLostAtMs)]),
    ...(writes.lastLostAtMs === null ? [] : [quantity('lastLost', writes.lastLostAtMs)]),
    ...refused.map(([error, value]) => quantity('firstRefused', value, error)),
  ]
}

function promotions({ failovers }: Outcome): readonly Quantity[] {
  return failovers.flatMap(({ promotedAtMs, switchedAtMs }, index) => {
    const nth = nthOf(failovers, index)
    const switched = Object.values(switchedAtMs)
    const promoted = quantity('promoted', promotedAtMs, '', nth)
    if (switched.length === 0) return [promoted]
    return [
      promoted,
      quantity('firstSwitched', Math.min(...switched), '', nth),
      quantity('lastSwitched', Math.max(...switched), '', nth),
    ]
  })
}

function demoted(scenario: Scenario, { demotions }: Outcome): readonly Quantity[] {
  return demotions.map((demotion, index) => {
    const { code, sinceMs } = returnBefore(scenario, demotion)
    return quantity(code, demotion.atMs - sinceMs, demotion.host, nthOf(demotions, index))
  })
}

/** What brought a primary back to those who demoted it: the scenario's last heal, or its own start. */
function returnBefore({ actions }: Scenario, { host, atMs }: Demotion) {
  const last = (test: (action: Scenario['actions'][number]) => boolean) =>
    Math.max(...actions.filter((action) => action.atMs <= atMs && test(action)).map((action) => action.atMs))
  const healed = last((action) => 'heal' in action)
  const started = last((action) => 'start' in action && action.start.split('.')[0] === host)
  if (Math.max(healed, started) < 0) return { code: 'demoted', sinceMs: 0 } as const
  return healed > started
    ? ({ code: 'demotedAfterHeal', sinceMs: healed } as const)
    : ({ code: 'demotedAfterRestart', sinceMs: started } as const)
}

function resynced({ resyncs }: Outcome): readonly Quantity[] {
  return ['partial', 'full'].flatMap((kind) => {
    const times = resyncs.filter((resync) => resync.kind === kind).map(({ atMs }) => atMs)
    return [
      ...(times.length > 0 ? [quantity('firstResync', Math.min(...times), kind)] : []),
      ...(times.length > 1 ? [quantity('lastResync', Math.max(...times), kind)] : []),
    ]
  })
}

function semiSync({ semisync = {} }: Outcome): readonly Quantity[] {
  return Object.entries(semisync).flatMap(([host, { fellBackAtMs, returnedAtMs, yesTx, noTx }]) => [
    ...fellBackAtMs.map((value, index) => quantity('fellBack', value, host, nthOf(fellBackAtMs, index))),
    ...returnedAtMs.map((value, index) => quantity('returned', value, host, nthOf(returnedAtMs, index))),
    quantity('confirmed', yesTx, host),
    quantity('unconfirmed', noTx, host),
  ])
}

function locked({ locks }: Outcome): readonly Quantity[] {
  if (locks === undefined) return []
  const { grants, overlaps, refused, resource } = locks
  return [
    ...grants.flatMap((grant) => {
      const { owner, atMs, validMs } = grant
      const own = grants.filter((other) => other.owner === owner)
      const nth = nthOf(own, own.indexOf(grant))
      return [quantity('granted', atMs, owner, nth), quantity('validity', validMs, owner, nth)]
    }),
    quantity('lockRefused', refused),
    ...overlaps.flatMap(({ fromMs, untilMs }, index) => [
      quantity('twoOwnersFrom', fromMs, '', nthOf(overlaps, index)),
      quantity('twoOwnersFor', untilMs - fromMs, '', nthOf(overlaps, index)),
    ]),
    quantity('taken', resource.accepted),
    quantity('fenced', resource.rejected),
    quantity('staleTaken', resource.staleAccepted),
  ]
}

function typed({ replies }: Outcome): readonly Quantity[] {
  return replies.flatMap(({ command, tookMs }, index) =>
    tookMs === null ? [] : [quantity('took', tookMs, command, nthOf(replies, index))],
  )
}
