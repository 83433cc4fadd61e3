import type { RefObject } from 'preact'
import { type Dispatch, useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks'
import type { Film, Picture } from '@/lib/reading/film/film'
import type { Refusal } from '@/lib/settings/setting'
import type { SettingId } from '@/lib/settings/settings'
import type { SettingValue } from '@/lib/settings/values'
import { settingsOf, sidesOf, withSetting } from '@/lib/settings/values'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { atRest, type PlayerAction, type PlayerState, picturesOf, reducePlayer, scenariosOf } from './player-state'
import { paceOf } from './speeds'
import { momentTimes } from './steps'
import { useFrames } from './use-frames'
import { watchSight } from './watch-sight'

/** Where a player has its films from. */
export interface Films {
  /** Those of scenarios side by side; null where that went wrong. */
  readonly of: (scenarios: readonly Scenario[]) => readonly Film[] | null
  /** These may be asked for next, and no others. */
  readonly expect: (scenarios: readonly Scenario[]) => void
}

export interface Player extends Acts {
  readonly state: PlayerState
  readonly pictures: readonly Picture[]
  readonly settings: readonly SettingValue[]
  /** Of a comparison, the settings that name each side as they stand now; of a single run none. */
  readonly sides: readonly (readonly SettingValue[])[]
  /** Where a step may stop, µs. */
  readonly stops: readonly number[]
  /** How many times slower it plays just now, by itself; 1 while it does not play. */
  readonly slowed: number
  /** The reader has a setting in hand. */
  readonly hold: (id: SettingId) => void
}

/** What a reader does to a demo. The functions stay the same as long as it lives. */
interface Acts {
  readonly seek: (at: number) => void
  /** The page has come to a moment; nothing happens once the reader has done something. */
  readonly visit: (at: number) => void
  /** Follows a write from the instant at which it leaves its client. */
  readonly follow: (write: number, at: number) => void
  readonly letGo: () => void
  readonly play: () => void
  readonly pause: () => void
  readonly setSpeed: (speed: number) => void
  /** Runs other scenarios in the place of these; returns their films, null where that went wrong. */
  readonly show: (scenarios: readonly Scenario[]) => readonly Film[] | null
  /** Runs again with another value; returns why it can't. */
  readonly change: (id: SettingId, value: number) => Refusal | null
  readonly otherSeed: () => void
  readonly reset: () => void
}

/** What a step of a setting up or down leads to, without what is refused. */
function nextOf(scenarios: readonly Scenario[], id: SettingId): readonly Scenario[] {
  return scenarios.slice(-1).flatMap((last) =>
    settingsOf(last, [id]).flatMap(({ value, step }) =>
      [value + step, value - step].flatMap((next) => {
        const changed = withSetting(last, id, next)
        return 'scenario' in changed ? [changed.scenario] : []
      }),
    ),
  )
}

/** Has the films made ahead that one step of the setting in the reader's hand leads to: it costs no more than drawing then. */
function useAhead(films: readonly Film[], held: SettingId | null, { expect }: Films): void {
  useEffect(() => {
    const scenarios = scenariosOf(films)
    if (held !== null) expect([...scenarios, ...nextOf(scenarios, held)])
  }, [films, held, expect])
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

/** The pictures of a state; one of a run of which nothing has changed stays the same. */
function usePictures(state: PlayerState): readonly Picture[] {
  const last = useRef<{ readonly state: PlayerState; readonly pictures: readonly Picture[] }>()
  return useMemo(() => {
    const pictures = picturesOf(state, last.current)
    last.current = { state, pictures }
    return pictures
  }, [state])
}

/** The player of one demo: its runs, its cursor and its settings. `built`: the runs that its page was built with. */
export function usePlayer(root: RefObject<Element>, built: readonly Film[], ids: readonly SettingId[], source: Films): Player {
  const [state, dispatch] = useReducer(reducePlayer, built, atRest)
  const { films } = state
  const [held, hold] = useState<SettingId | null>(null)
  usePlay(root, state.playing, dispatch)
  useAhead(films, held, source)
  const pictures = usePictures(state)
  const settings = useMemo(() => {
    const of = (film: Film | undefined) => (film ? settingsOf(film.run.scenario, ids) : [])
    return kept(of(built.at(-1)), of(films.at(-1)))
  }, [built, films, ids])
  const sides = useMemo(() => {
    const named = sidesAt(built, []).flatMap((side) => side.map(({ id }) => id))
    return sidesAt(films, named)
  }, [built, films])

  const stops = useMemo(() => momentTimes(films), [films])

  const slowed = state.playing ? state.speed / paceOf(films, state.at, state.speed) : 1
  const acts = useActs(built, films, source, dispatch)
  return { ...acts, state, pictures, settings, sides, stops, slowed, hold }
}

function useActs(built: readonly Film[], films: readonly Film[], source: Films, dispatch: Dispatch<PlayerAction>): Acts {
  // Two changes may come before either is drawn.
  const latest = useRef(films)
  latest.current = films
  return useMemo(() => {
    const show = (scenarios: readonly Scenario[]) => {
      const made = source.of(scenarios)
      if (made === null) return null
      latest.current = made
      dispatch({ type: 'films', films: made })
      return made
    }
    return {
      show,
      seek: (to) => dispatch({ type: 'seek', at: Math.round(to) }),
      visit: (to) => dispatch({ type: 'visit', at: to }),
      follow: (write, at) => dispatch({ type: 'follow', write, at }),
      letGo: () => dispatch({ type: 'let go' }),
      play: () => dispatch({ type: 'play' }),
      pause: () => dispatch({ type: 'pause' }),
      setSpeed: (next) => dispatch({ type: 'speed', speed: next }),
      change(id, value) {
        const scenarios = scenariosOf(latest.current)
        const last = scenarios.at(-1)
        if (last === undefined) return null
        const changed = withSetting(last, id, value)
        if ('refusal' in changed) return changed.refusal
        show([...scenarios.slice(0, -1), changed.scenario])
        return null
      },
      otherSeed: () => show(scenariosOf(latest.current).map((scenario) => ({ ...scenario, seed: (scenario.seed + 1) >>> 0 }))),
      reset: () => dispatch({ type: 'rest', films: built }),
    }
  }, [built, source, dispatch])
}
