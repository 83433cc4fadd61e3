import type { Film } from '../reading/film/film'
import type { Refusal } from '../settings/setting'
import { SETTINGS, type SettingId } from '../settings/settings'
import { differencesFrom, type SettingValue, settingsOf } from '../settings/values'
import { KERNEL } from '../sim/kernel'
import type { Scenario } from '../sim/scenario/scenario'
import type { Instant, Link } from './link'
import { outcomeOf } from './outcome'

/**
 * From a link to what a demo shows, and back. Whoever shows a demo at an address, a page or an embed, goes the same way:
 * `readLink(location.search, name)` (link.ts; `name` where the page is one demo), `scenariosFor(link, built)`, films of these scenarios,
 * `stateOf(link, films, tabs)`. Each step says why where it can’t go on; then the demo stays as it was built. `linkTo` leads back.
 */

/** What a reader sees of a demo. */
export interface DemoState {
  /** Its runs: one, or two that are compared. */
  readonly films: readonly Film[]
  /** The cursor, µs; null while nobody has moved it: at the decisive instant of what is shown. */
  readonly at: number | null
  readonly followed: number | null
  /** Null: the one that is open when nobody has chosen. */
  readonly tab: string | null
}

/** Why a demo can’t show what a link says, though it can be read. */
export type Impossible =
  | { readonly code: 'no-setting'; readonly id: SettingId }
  | { readonly code: 'refused'; readonly refusal: Refusal; readonly setting: SettingValue; readonly value: number }
  | { readonly code: 'no-tab'; readonly tab: string }
  | { readonly code: 'no-moment'; readonly moment: string }
  | { readonly code: 'no-write'; readonly write: number }
  | { readonly code: 'beyond'; readonly seconds: number; readonly end: number }

/** Whether a link shows what its maker saw. `null`: it does, as far as it says what that was. */
export type Drift = { readonly kernel: string | null; readonly outcome: boolean } | null

/** The link to what a reader sees of a demo that was built with `built`; null where nothing is otherwise than it was built. */
export function linkTo(demo: string, built: readonly Scenario[], { films, at, followed, tab }: DemoState): Link | null {
  const [first, now, last] = [built.at(-1), films.at(-1)?.run.scenario, films.at(-1)]
  if (first === undefined || now === undefined || last === undefined) return null
  const settings = differencesFrom(now, first).map(({ id, value }) => [id, value] as const)
  const seed = now.seed === first.seed ? undefined : now.seed
  if (settings.length === 0 && seed === undefined && at === null && followed === null && tab === null) return null
  return {
    demo,
    settings: Object.fromEntries(settings),
    seed,
    at: at === null ? undefined : instantAt(last, at),
    follow: followed ?? undefined,
    tab: tab ?? undefined,
    kernel: KERNEL,
    end: outcomeOf(films),
  }
}

/** By its name where it is the first moment of a kind: that stays right where the same comes a little sooner or later. */
function instantAt({ found }: Film, us: number): Instant {
  const first = found.find((moment) => moment.at === us && found.find(({ code }) => code === moment.code) === moment)
  return first === undefined ? { us } : { moment: first.code }
}

/** The scenarios that a link asks for, of a demo that was built with `built`. */
export function scenariosFor(
  { settings, seed }: Link,
  built: readonly Scenario[],
): { readonly scenarios: readonly Scenario[] } | { readonly impossible: Impossible } {
  const seeded = built.map((scenario) => ({ ...scenario, seed: seed ?? scenario.seed }))
  const given = Object.entries(settings) as [SettingId, number][]
  // One that is written last may be what lets another mean something, or be possible.
  const last = seeded.slice(-1).map((scenario) => given.reduce((next, [id, value]) => SETTINGS[id].write(next, value), scenario))
  for (const scenario of last)
    for (const [id, value] of given) {
      const [setting] = settingsOf(scenario, [id])
      if (setting === undefined) return { impossible: { code: 'no-setting', id } }
      const refusal = SETTINGS[id].check(scenario, value)
      if (refusal !== null) return { impossible: { code: 'refused', refusal, setting, value } }
    }
  return { scenarios: [...seeded.slice(0, -1), ...last] }
}

/** Where a link leads in the runs of its scenarios. `tabs`: those that a demo has. What a run that has drifted lacks is left out. */
export function stateOf(
  link: Link,
  films: readonly Film[],
  tabs: readonly string[],
): { readonly state: DemoState; readonly drift: Drift } | { readonly impossible: Impossible } {
  const drift = driftOf(link, films)
  const { tab = null, follow = null } = link
  if (tab !== null && !tabs.includes(tab)) return { impossible: { code: 'no-tab', tab } }
  const writes = films[0]?.verdict.writes ?? []
  const write = writes.find((record) => record.write === follow)
  const at = link.at === undefined ? (write?.sentAt ?? null) : usOf(link.at, films)
  const end = Math.max(...films.map(({ lanes }) => lanes.end))
  const impossible = ((): Impossible | null => {
    if (follow !== null && write === undefined) return { code: 'no-write', write: follow }
    if (link.at === undefined) return null
    if ('us' in link.at) return link.at.us > end ? { code: 'beyond', seconds: link.at.us / 1e6, end: end / 1e6 } : null
    return at === null ? { code: 'no-moment', moment: link.at.moment } : null
  })()
  if (impossible !== null && drift === null) return { impossible }
  return {
    state: { films, at: at === null ? null : Math.min(at, end), followed: write === undefined ? null : follow, tab },
    drift,
  }
}

function usOf(instant: Instant, films: readonly Film[]): number | null {
  if ('us' in instant) return instant.us
  return films.at(-1)?.found.find(({ code }) => code === instant.moment)?.at ?? null
}

function driftOf({ kernel = KERNEL, end }: Link, films: readonly Film[]): Drift {
  const outcome = end !== undefined && end !== outcomeOf(films)
  return kernel === KERNEL && !outcome ? null : { kernel: kernel === KERNEL ? null : kernel, outcome }
}
