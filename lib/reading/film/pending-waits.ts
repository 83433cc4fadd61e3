/** A `WAIT` that holds up a client. */
export interface PendingWait {
  readonly client: string
  readonly server: string
  /** How many replicas it asks for. */
  readonly wanted: number
  /** When it was sent, µs. */
  readonly since: number
  /** When its time is up, µs; null: never (R66). */
  readonly until: number | null
  /** Replicas that the primary knows to have what it waits for. */
  readonly counted: readonly string[]
}
