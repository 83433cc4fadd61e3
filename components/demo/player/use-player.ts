import { type Dispatch, type RefObject, useCallback, useEffect, useMemo, useReducer, useState } from 'react'
import type { Picture } from '@/lib/reading/film/film'
import type { Refusal } from '@/lib/settings/setting'
import type { SettingId } from '@/lib/settings/settings'
import type { Kinds } from '@/lib/sim/kinds/kinds'
import { loadKinds } from '@/lib/sim/kinds/load'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import type { SettingValue, TakeData } from '../take-data'
import { set as publish } from './live-settings'
import { endOf, type PlayerAction, type PlayerState, reducePlayer } from './player-state'
import { firstSpeed, shownFor } from './speeds'
import { useFrames } from './use-frames'
import { useInView } from './use-in-view'
import { useThrow } from './use-throw'

/** What brings a demo to life. */
type Kernel = typeof import('../simulate') & {
  /** Those that its scenarios name: no setting changes which. */
  readonly kinds: Kinds
}

export interface Player {
  readonly state: PlayerState
  readonly pictures: readonly Picture[]
  readonly settings: readonly SettingValue[]
  /** Of a comparison, the settings that name each side as they stand now. */
  readonly sides: readonly (readonly SettingValue[])[]
  readonly end: number
  readonly failed: boolean
  seek(at: number): void
  play(): void
  pause(): void
  setSpeed(speed: number): void
  /** Runs again with another value; returns why it can't. */
  change(id: SettingId, value: number): Refusal | null
  otherSeed(): void
  reset(): void
}

/** Loads the kernel, with the kinds of process that are run, when the demo comes near the window. */
function useKernel(root: RefObject<Element | null>, takes: readonly TakeData[]): { kernel: Kernel | null; failed: boolean } {
  const near = useInView(root, '240px')
  const [kernel, setKernel] = useState<Kernel | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (!near || kernel) return
    let wanted = true
    Promise.all([import('../simulate'), loadKinds(takes.map(({ scenario }) => scenario))])
      .then(([loaded, kinds]) => wanted && setKernel({ ...loaded, kinds }))
      .catch(() => wanted && setFailed(true))
    return () => {
      wanted = false
    }
  }, [near, kernel, takes])
  return { kernel, failed }
}

/** Lets time pass while a demo plays and is seen; out of sight it stops. */
function usePlay(root: RefObject<Element | null>, playing: boolean, dispatch: Dispatch<PlayerAction>): void {
  const inView = useInView(root)
  useEffect(() => {
    if (!inView) dispatch({ type: 'pause' })
  }, [inView, dispatch])
  useFrames(playing && inView, (elapsed) => dispatch({ type: 'tick', elapsed }))
}

/** Every setting of a demo keeps its place; one that means nothing as the others stand says so there. */
function kept(initial: readonly SettingValue[], settings: readonly SettingValue[]): readonly SettingValue[] {
  return initial.map((first) => settings.find(({ id }) => id === first.id) ?? { ...first, idle: true })
}

/** The player of one demo: its runs, its cursor and its settings. */
export function usePlayer(
  root: RefObject<Element | null>,
  takes: readonly TakeData[],
  initialSettings: readonly SettingValue[],
): Player {
  const { kernel, failed } = useKernel(root, takes)
  const attempt = useThrow()
  const [state, dispatch] = useReducer(reducePlayer, takes, (initial): PlayerState => {
    const scenarios = initial.map(({ scenario }) => scenario)
    const at = initial[0]?.still.at ?? 0
    return {
      scenarios,
      films: null,
      sameOutcome: false,
      rests: 0,
      at,
      moved: false,
      playing: false,
      speed: firstSpeed(endOf(scenarios)),
    }
  })
  const { scenarios, films, at, moved, speed } = state
  const ids = useMemo(() => initialSettings.map(({ id }) => id), [initialSettings])

  useEffect(() => {
    if (!kernel || films) return
    dispatch({ type: 'films', scenarios, films: kernel.simulateAll(scenarios, kernel.kinds) })
  }, [kernel, films, scenarios])
  usePlay(root, state.playing, dispatch)

  const pictures = useMemo(() => {
    if (!kernel || !films) return takes.map(({ still }) => still)
    return films.map((film) => kernel.pictureAt(film, Math.min(at, film.lanes.end), { shownFor: shownFor(speed), known: moved }))
  }, [kernel, films, at, moved, speed, takes])

  const rerun = useCallback(
    (next: readonly Scenario[]) => {
      if (!kernel) return
      const known = new Map(films?.map((film) => [film.run.scenario, film]))
      attempt(() => {
        dispatch({ type: 'films', scenarios: next, films: kernel.simulateAll(next, kernel.kinds, known) })
        const last = next.at(-1)
        if (last) publish(last.name, Object.fromEntries(kernel.settingsOf(last, ids).map(({ id, value }) => [id, value])))
      })
    },
    [kernel, films, ids, attempt],
  )

  const last = scenarios.at(-1)
  const first = scenarios[0]
  return {
    state,
    pictures,
    end: endOf(scenarios),
    failed,
    settings: kernel && last ? kept(initialSettings, kernel.settingsOf(last, ids)) : initialSettings,
    sides:
      kernel && first && last && scenarios.length > 1
        ? kernel.sidesOf(
            [first, last],
            takes.flatMap(({ side }) => side.map(({ id }) => id)),
          )
        : takes.map(({ side }) => side),
    seek: (to) => dispatch({ type: 'seek', at: Math.round(to) }),
    play: () => dispatch({ type: 'play' }),
    pause: () => dispatch({ type: 'pause' }),
    setSpeed: (next) => dispatch({ type: 'speed', speed: next }),
    change(id, value) {
      if (!kernel || !last) return null
      const changed = kernel.withSetting(last, id, value)
      if ('refusal' in changed) return changed.refusal
      rerun([...scenarios.slice(0, -1), changed.scenario])
      return null
    },
    otherSeed: () => rerun(scenarios.map((scenario) => ({ ...scenario, seed: scenario.seed + 1 }))),
    reset() {
      const original = takes.map(({ scenario }) => scenario)
      if (!kernel || !last) return
      attempt(() => {
        const films = kernel.simulateAll(original, kernel.kinds)
        dispatch({ type: 'rest', scenarios: original, films, at: takes[0]?.still.at ?? 0 })
        publish(last.name, {})
      })
    },
  }
}
