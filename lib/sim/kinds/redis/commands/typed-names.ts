/** Commands that only people type, or else clients that bring them along: what they do comes with the operator. */
export const TYPED_NAMES = ['INFO', 'CONFIG', 'REPLICAOF', 'SLAVEOF', 'FAILOVER', 'CLIENT'] as const

export type TypedName = (typeof TYPED_NAMES)[number]
