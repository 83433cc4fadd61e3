import { isSettingId, SETTING_IDS, type SettingId } from '../settings/settings'
import { MAX_SEED } from '../sim/scenario/limits'

/**
 * A demo’s state as it stands in the query of a page’s address: the difference from the demo as its page is built. GRAMMAR.md has all of
 * it. Absent: as built.
 */
export interface Link {
  /** The name of the demo: the id of its figure without `demo-`. */
  readonly demo: string
  /** In the unit of each control; of a comparison they act on its second run. */
  readonly settings: Readonly<Partial<Record<SettingId, number>>>
  readonly seed?: number | undefined
  readonly at?: Instant | undefined
  /** The number of the write that is followed. */
  readonly follow?: number | undefined
  readonly tab?: string | undefined
  /** The kernel that the link was made with, and what the run came to there (outcome.ts). */
  readonly kernel?: string | undefined
  readonly end?: string | undefined
}

/** Where the cursor stands: µs since the start, or the first moment of a kind. */
export type Instant = { readonly us: number } | { readonly moment: string }

/** Why a link can’t be read. What the address says is only ever shown as text. */
export type Unreadable =
  | { readonly code: 'malformed'; readonly key: string; readonly value: string }
  | { readonly code: 'twice'; readonly key: string }
  | { readonly code: 'unknown-key'; readonly key: string }
  | { readonly code: 'later' }
  | { readonly code: 'too-long' }

export type Reading = { readonly link: Link } | { readonly unreadable: Unreadable }

/** Characters that a link has at most; what belongs to others does not count. */
export const LONGEST_LINK = 512

const MICROSECONDS = 1_000_000
const NUMBER = /^\d{1,9}(\.\d{1,24})?(e-\d{1,3})?$/
/** Every setting is named so, and nothing else in an address of ours: one that is unknown was mistyped, or is no longer there. */
const SETTING_NAME = /^[a-z]+(-[a-z]+)+$/

/** What each key but the settings may say, in the order in which they are written; settings stand behind the first. */
const VALUES = {
  demo: /^[a-z0-9][\w.~-]{0,127}$/i,
  seed: /^\d{1,10}$/,
  at: /^(\d{1,6}(\.\d{1,6})?|[a-z]+(-[a-z]+)*)$/,
  follow: /^\d{1,9}$/,
  tab: /^[a-z]+$/,
  k: /^[a-z0-9.]{1,8}$/i,
  end: /^[0-9a-f]{4}$/,
} as const

type Key = keyof typeof VALUES

/** What a version of the grammar that is still to come will say: `v` its number, `do` what a reader did to hosts and links. */
const LATER: readonly string[] = ['v', 'do']

/**
 * Reads the query of an address, with or without its `?`. Null where it names no demo and so says nothing to us. On a page that is one
 * demo and nothing else, such as an embed, `implied` is its name: then `demo=` may be absent, and must be that name where it is not.
 * Never throws; keys that belong to others are passed over.
 */
export function readLink(query: string, implied?: string): Reading | null {
  const pairs = ourPairs(query, implied !== undefined)
  if (pairs.length === 0) return null
  const said = new Map<string, string>()
  for (const [key, value] of pairs) {
    const flaw = flawOf(key, value) ?? (said.has(key) ? { code: 'twice' as const, key } : null)
    if (flaw !== null) return { unreadable: flaw }
    said.set(key, value)
  }
  if (pairs.reduce((length, [key, value]) => length + key.length + value.length + 2, -1) > LONGEST_LINK)
    return { unreadable: { code: 'too-long' } }
  const demo = said.get('demo') ?? implied ?? ''
  if (implied !== undefined && demo !== implied) return { unreadable: { code: 'malformed', key: 'demo', value: demo } }
  return { link: linkFrom(demo, said) }
}

/** Writes a link as it stands in a query: `demo=split-brain&min-replicas-to-write=1&k=2&end=3f2a`; null where it would be too long. */
export function writeLink({ demo, settings, seed, at, follow, tab, kernel, end }: Link): string | null {
  const { demo: first, ...others } = {
    demo,
    seed,
    at: at && ('us' in at ? at.us / MICROSECONDS : at.moment),
    follow,
    tab,
    k: kernel,
    end,
  } satisfies Readonly<Record<Key, unknown>>
  const pairs = [['demo', first], ...SETTING_IDS.map((id) => [id, settings[id]]), ...Object.entries(others)]
  const text = pairs.flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}`])).join('&')
  return text.length > LONGEST_LINK ? null : text
}

/** A query with another link in the place of what it said of a demo, `''` for none. What belongs to others stays as it is, in front. */
export function withLink(query: string, link: string): string {
  const parts = query.replace(/^\?/, '').split('&')
  const foreign = parts.filter((part, index) => part !== '' && !isOurs(keyOf(part), namesDemo(parts.slice(0, index))))
  const text = [...foreign, link].filter((part) => part !== '').join('&')
  return text === '' ? '' : `?${text}`
}

function keyOf(part: string): string {
  return [...new URLSearchParams(part).keys()][0] ?? ''
}

function namesDemo(parts: readonly string[]): boolean {
  return parts.some((part) => keyOf(part) === 'demo')
}

/** The keys that are ours, with what they say. Without a demo nothing is. */
function ourPairs(query: string, implied: boolean): readonly (readonly [key: string, value: string])[] {
  const pairs = [...new URLSearchParams(query)]
  const first = pairs.findIndex(([key]) => key === 'demo')
  if (first < 0 && !implied) return []
  return pairs.filter(([key], index) => isOurs(key, implied || index > first))
}

/** Whether a key is one of ours. `behind`: it stands behind the name of a demo, where what is called as settings are is meant as one. */
function isOurs(key: string, behind: boolean): boolean {
  return isKey(key) || isSettingId(key) || LATER.includes(key) || (behind && SETTING_NAME.test(key))
}

function isKey(key: string): key is Key {
  return Object.hasOwn(VALUES, key)
}

function flawOf(key: string, value: string): Unreadable | null {
  if (key === 'v' ? value !== '1' : LATER.includes(key)) return { code: 'later' }
  if (key === 'v') return null
  if (!(isKey(key) || isSettingId(key))) return { code: 'unknown-key', key }
  const fits = (isKey(key) ? VALUES[key] : NUMBER).test(value) && (key !== 'seed' || Number(value) <= MAX_SEED)
  return fits ? null : { code: 'malformed', key, value }
}

function linkFrom(demo: string, said: ReadonlyMap<string, string>): Link {
  const number = (key: string) => (said.has(key) ? Number(said.get(key)) : undefined)
  const settings = SETTING_IDS.flatMap((id) => (said.has(id) ? [[id, number(id)] as const] : []))
  return {
    demo,
    settings: Object.fromEntries(settings),
    seed: number('seed'),
    at: instantFrom(said.get('at')),
    follow: number('follow'),
    tab: said.get('tab'),
    kernel: said.get('k'),
    end: said.get('end'),
  }
}

function instantFrom(text: string | undefined): Instant | undefined {
  if (text === undefined) return undefined
  return /^\d/.test(text) ? { us: Math.round(Number(text) * MICROSECONDS) } : { moment: text }
}
