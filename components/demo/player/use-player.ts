import type { RefObject } from 'preact'
import { type Dispatch, useCallback, useEffect, useMemo, useReducer } from 'preact/hooks'
import type { Film, Picture } from '@/lib/reading/film/film'
import type { Refusal } from '@/lib/settings/setting'
import type { SettingId } from '@/lib/settings/settings'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import type { SettingValue } from '../setting-value'
import { settingsOf, sidesOf, withSetting } from '../simulate'
import { set as publish } from './live-settings'
import { atRest, type PlayerAction, type PlayerState, picturesOf, reducePlayer, scenariosOf } from './player-state'
import { momentTimes } from './steps'
import { useFrames } from './use-frames'
import { watchSight } from './watch-sight'

/** Runs scenarios side by side; `known` holds the films of those that have run already. Null where that went wrong. */
export type Rerun = (scenarios: readonly Scenario[], known: readonly Film[]) => readonly Film[] | null

export interface Player {
  readonly state: PlayerState
  readonly pictures: readonly Picture[]
  readonly settings: readonly SettingValue[]
  /** Of a comparison, the settings that name each side as they stand now; of a single run none. */
  readonly sides: readonly (readonly SettingValue[])[]
  /** Where a step may stop, µs. */
  readonly stops: readonly number[]
  /** How many times slower it plays by itself at the cursor. */
  readonly slowed: number
  seek(at: number): void
  /** The page has come to a moment; nothing happens once the reader has done something. */
  visit(at: number): void
  /** Follows a write from the instant at which it leaves its client. */
  follow(write: number, at: number): void
  letGo(): void
  play(): void
  pause(): void
  setSpeed(speed: number): void
  /** Runs again with another value; returns why it can't. */
  change(id: SettingId, value: number): Refusal | null
  otherSeed(): void
  reset(): void
}

/** Lets time pass while a demo plays; out of sight it stops. At rest nothing is watched. */
function usePlay(root: RefObject<Element>, playing: boolean, dispatch: Dispatch<PlayerAction>): void {
  useEffect(() => {
    if (playing && root.current) return watchSight(root.current, () => dispatch({ type: 'pause' }))
  }, [root, playing, dispatch])
  useFrames(playing, (elapsed) => dispatch({ type: 'tick', elapsed }))
}

/** Every setting of a demo keeps its place; one that means nothing as the others stand says so there. */
function kept(initial: readonly SettingValue[], settings: readonly SettingValue[]): readonly SettingValue[] {
  return initial.map((first) => settings.find(({ id }) => id === first.id) ?? { ...first, idle: true })
}

/** The settings that name the sides of a comparison. `named`: those that its runs had as they were built. */
export function sidesAt(films: readonly Film[], named: readonly SettingId[]): readonly (readonly SettingValue[])[] {
  const [one, other] = scenariosOf(films)
  return one && other ? sidesOf([one, other], named) : []
}

/** The player of one demo: its runs, its cursor and its settings. `built`: the runs that its page was built with. */
export function usePlayer(root: RefObject<Element>, built: readonly Film[], ids: readonly SettingId[], rerun: Rerun): Player {
  const [state, dispatch] = useReducer(reducePlayer, built, atRest)
  const { films } = state
  usePlay(root, state.playing, dispatch)
  const pictures = useMemo(() => picturesOf(state), [state])
  const settings = useMemo(() => {
    const of = (film: Film | undefined) => (film ? settingsOf(film.run.scenario, ids) : [])
    return kept(of(built.at(-1)), of(films.at(-1)))
  }, [built, films, ids])
  const sides = useMemo(() => {
    const named = sidesAt(built, []).flatMap((side) => side.map(({ id }) => id))
    return sidesAt(films, named)
  }, [built, films])

  const stops = useMemo(() => momentTimes(films), [films])

  const show = useCallback(
    (scenarios: readonly Scenario[]) => {
      const made = rerun(scenarios, films)
      const last = scenarios.at(-1)
      if (made === null || last === undefined) return
      dispatch({ type: 'films', films: made })
      publish(last.name, Object.fromEntries(settingsOf(last, ids).map(({ id, value }) => [id, value])))
    },
    [films, ids, rerun],
  )

  return {
    state,
    pictures,
    settings,
    sides,
    stops,
    slowed: 1,
    visit: (to) => dispatch({ type: 'visit', at: to }),
    follow: (write, at) => dispatch({ type: 'follow', write, at }),
    letGo: () => dispatch({ type: 'let go' }),
    seek: (to) => dispatch({ type: 'seek', at: Math.round(to) }),
    play: () => dispatch({ type: 'play' }),
    pause: () => dispatch({ type: 'pause' }),
    setSpeed: (next) => dispatch({ type: 'speed', speed: next }),
    change(id, value) {
      const scenarios = scenariosOf(films)
      const last = scenarios.at(-1)
      if (last === undefined) return null
      const changed = withSetting(last, id, value)
      if ('refusal' in changed) return changed.refusal
      show([...scenarios.slice(0, -1), changed.scenario])
      return null
    },
    otherSeed: () => show(scenariosOf(films).map((scenario) => ({ ...scenario, seed: scenario.seed + 1 }))),
    reset() {
      dispatch({ type: 'rest', films: built })
      for (const { name } of scenariosOf(built).slice(-1)) publish(name, {})
    },
  }
}
