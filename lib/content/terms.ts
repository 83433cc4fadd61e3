/**
 * The terms of the glossary by what they are about, each with the section that tells more, as a link from any page beside it; null where
 * none does. An id is part of an address: it never changes. What the terms mean stands in `glossary.ts` of the words.
 */
const TERMS = {
  roles: {
    primary: '../can-redis-lose-a-write/#what-ok-promises',
    replica: '../can-redis-lose-a-write/#what-ok-promises',
    sentinel: '../split-brain/#who-believes-what',
    cluster: '../split-brain/#cost',
    gate: '../min-replicas-to-write/#what-is-checked',
    seed: '../how-we-know/#method',
  },
  switching: {
    failover: '../can-redis-lose-a-write/#what-ok-promises',
    'switch-over': '../planned-switch/#sentinel-failover',
    promotion: '../how-we-know/promotion/',
    'split-brain': '../split-brain/#who-believes-what',
    partition: '../split-brain/#who-believes-what',
    frozen: '../how-we-know/gate/#gate-frozen-primary',
    quorum: '../sentinel-votes/#two-counts',
    majority: '../sentinel-votes/#two-counts',
    'subjectively-down': '../split-brain/#who-believes-what',
    'objectively-down': '../split-brain/#who-believes-what',
    leader: '../sentinel-votes/#two-counts',
    epoch: '../sentinel-votes/#two-counts',
    'down-after': '../min-replicas-to-write/#close-first',
    'replica-priority': '../wait/#the-wrong-replica',
    fencing: '../min-replicas-to-write/#choosing-n',
  },
  replication: {
    'asynchronous-replication': '../can-redis-lose-a-write/#what-ok-promises',
    acknowledged: '../can-redis-lose-a-write/#what-ok-promises',
    ack: '../min-replicas-to-write/#what-is-checked',
    'lost-write': '../how-we-know/#counted',
    'in-flight': '../can-redis-lose-a-write/#what-counts-as-delay',
    offset: '../old-primary/#history',
    'replication-id': '../old-primary/#history',
    'run-id': null,
    psync: '../old-primary/#psync',
    'full-resync': '../old-primary/#full-or-partial',
    'partial-resync': '../old-primary/#psync',
    backlog: '../old-primary/#psync',
    'output-buffer': '../max-lag/#output-buffer',
    'replication-delay': '../can-redis-lose-a-write/#rate-times-delay',
    lag: '../max-lag/#two-clocks',
  },
  guarantees: {
    'min-replicas-to-write': '../min-replicas-to-write/#what-is-checked',
    'max-lag': '../min-replicas-to-write/#max-lag-is-silence',
    wait: '../wait/#what-it-does',
    waitaof: '../waitaof/#waitaof',
    'semi-sync': '../semi-sync/#side-by-side',
    'after-sync': '../semi-sync/#after-sync',
    'after-commit': '../semi-sync/#phantom',
    persistence: '../can-redis-lose-a-write/#persistence',
    aof: '../can-redis-lose-a-write/#persistence',
    rdb: '../can-redis-lose-a-write/#persistence',
    fsync: '../waitaof/#two-crashes',
    rollback: '../semi-sync/#no-rollback',
    'strong-consistency': null,
    consensus: null,
    'rpo-rto': '../settings/#questions',
  },
  clients: {
    'stale-read': '../split-brain/#full-resync',
    'read-your-writes': null,
    idempotent: '../wait/#when-it-holds',
    'distributed-lock': '../locks/#lost-key',
    lease: '../locks/#split-brain',
    redlock: '../redlock/#needs',
    'fencing-token': '../redlock/#fencing',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string | null>>>>

export type TermGroup = keyof typeof TERMS

export type TermId = { readonly [Group in TermGroup]: keyof (typeof TERMS)[Group] }[TermGroup]

const IDS: ReadonlySet<string> = new Set(Object.values(TERMS).flatMap((terms) => Object.keys(terms)))

export function isTermId(text: string): text is TermId {
  return IDS.has(text)
}

/** A term with where more is told of it. */
export interface Term {
  readonly id: TermId
  readonly more: string | null
}

export const termGroups = Object.keys(TERMS) as readonly TermGroup[]

/** The terms of a group, in the order of the page. */
export function termsOf(group: TermGroup): readonly Term[] {
  const terms: Readonly<Record<string, string | null>> = TERMS[group]
  return Object.entries(terms).flatMap(([id, more]) => (isTermId(id) ? [{ id, more }] : []))
}
