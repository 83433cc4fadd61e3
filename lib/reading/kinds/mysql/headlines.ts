/** Verdicts that only runs with MySQL have; each counts no acknowledged write as lost. */
export type MysqlHeadline =
  /** A session read a row whose own client had no answer yet. `gone`: it is not on the final source. */
  | {
      readonly code: 'phantom'
      readonly reader: string
      readonly server: string
      readonly command: string
      readonly gone: boolean
    }
  /** A server follows another one, and has transactions that this one lacks. */
  | { readonly code: 'errant'; readonly server: string; readonly of: string; readonly extra: number }
  /** Semi-sync went off: so many commits were acknowledged while no replica had them. */
  | { readonly code: 'unguarded'; readonly server: string; readonly acknowledged: number; readonly unguarded: number }
