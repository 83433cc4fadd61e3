/** What a primary knows of one of its replicas: how old its last ACK is. */
export interface AckAge {
  /** The primary that counts it. */
  readonly by: string
  /** µs since it was heard. */
  readonly age: number
  /** `min-replicas-max-lag` of that primary, µs; null where its gate is off. */
  readonly maxLag: number | null
  /** Whether the gate counts it, by whole seconds of the primary's clock (R49, R50). */
  readonly good: boolean
}
