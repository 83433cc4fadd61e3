/** What a host says of a resource that lock clients write to. */
export interface ResourceSpec {
  /** It takes a write only with a token that is no smaller than the largest it has seen (L31). */
  readonly fencing: boolean
  /** At an equal token it takes a write only from who came with it first: the tie rule (L31). */
  readonly sameOwner?: boolean
  /** It compares the lock's random value: the first write under a lock leaves that, and from then on only what brings the same is taken (L33). */
  readonly compares?: boolean
}
