import { versionNumber } from '../lock/version-number'

// What differs between the versions of the libraries, as tables: from which version on, what.

type Since<T> = readonly (readonly [version: string, value: T])[]

/** What holds in this version: the last row that is not above it. */
function inVersion<T>(rows: Since<T>, version: string): T {
  const number = versionNumber(version)
  const row = rows.findLast(([since]) => versionNumber(since) <= number) ?? rows[0]
  return (row as readonly [string, T])[1]
}

/** Where the number of replicas to wait for comes from (L9). */
const COUNTS: Since<'none' | 'list' | 'asked' | 'cached'> = [
  ['0.0.0', 'none'],
  ['3.12.5', 'list'],
  ['3.18.1', 'asked'],
  ['3.27.0', 'cached'],
]

/** What number of confirmations, of those waited for, is an error (L11). */
const JUDGES: Since<'never' | 'unequal' | 'fewer' | 'none'> = [
  ['0.0.0', 'never'],
  ['3.16.7', 'unequal'],
  ['3.17.0', 'fewer'],
  ['3.17.5', 'none'],
]

/** What becomes of the lock after such an error (L11). */
const AFTERMATHS: Since<'stuck' | 'undone' | 'retried'> = [
  ['0.0.0', 'stuck'],
  ['3.20.0', 'undone'],
  ['3.20.1', 'retried'],
  ['3.25.0', 'stuck'],
  ['3.47.0', 'retried'],
]

const RETRIES: Since<{ readonly times: number; readonly least: number; readonly most: number }> = [
  ['0.0.0', { times: 3, least: 1500, most: 1500 }],
  ['3.48.0', { times: 4, least: 1000, most: 2000 }],
]

const SINCE_3 = ['0.0.0', false] as const

/** How a version of Redisson behaves. */
export interface Redisson {
  readonly counts: 'none' | 'list' | 'asked' | 'cached'
  readonly judges: 'never' | 'unequal' | 'fewer' | 'none'
  readonly after: 'stuck' | 'undone' | 'retried'
  /** Further tries after an error, and the milliseconds between two (L13, L14). */
  readonly retries: { readonly times: number; readonly least: number; readonly most: number }
  /** A renewal that failed is not the last (L18). */
  readonly renewsOn: boolean
  /** A cached count is thrown away at any other number, not only at a smaller one (L9). */
  readonly strictCache: boolean
  /** Errors after which the command is sent again (L19). */
  readonly resentAfter: readonly string[]
  /** A lock script that was not answered is not sent again to a single server (L14). */
  readonly sentOnce: boolean
}

export function redissonOf(version: string): Redisson {
  const since = (first: string) => inVersion([SINCE_3, [first, true]], version)
  return {
    counts: inVersion(COUNTS, version),
    judges: inVersion(JUDGES, version),
    after: inVersion(AFTERMATHS, version),
    retries: inVersion(RETRIES, version),
    renewsOn: since('3.44.0'),
    strictCache: since('3.46.0'),
    resentAfter: [...(since('3.27.1') ? ['READONLY'] : []), ...(since('3.31.0') ? ['NOREPLICAS'] : [])],
    sentOnce: since('3.37.0'),
  }
}

/** Whether so many confirmations, of those waited for, are an error (L11). */
export function isUnsynced(judges: Redisson['judges'], asked: number, confirmed: number): boolean {
  if (judges === 'never') return false
  if (judges === 'unequal') return confirmed !== asked
  return judges === 'fewer' ? confirmed < asked : confirmed === 0 && asked > 0
}
