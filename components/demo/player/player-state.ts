import type { Film } from '@/lib/reading/film/film'
import type { Scenario } from '@/lib/sim/scenario/scenario'

/** Everything a reader can change about a demo, and the runs that follow from it. */
export interface PlayerState {
  /** One scenario a take; the last is the one the settings act on. */
  readonly scenarios: readonly Scenario[]
  /** Their runs; null until the kernel is there. */
  readonly films: readonly Film[] | null
  /** The runs came to the same as those of the seed before them. */
  readonly sameOutcome: boolean
  /** How often the reader went back to the start of it all: what was typed before is forgotten then. */
  readonly rests: number
  /** The cursor, µs. */
  readonly at: number
  /** The reader has moved the cursor: the figure shows what was known there, no longer how it ended. */
  readonly moved: boolean
  readonly playing: boolean
  /** µs of cluster time in a second of play. */
  readonly speed: number
}

export type PlayerAction =
  | { readonly type: 'films'; readonly scenarios: readonly Scenario[]; readonly films: readonly Film[] }
  | { readonly type: 'seek'; readonly at: number }
  | { readonly type: 'play' }
  | { readonly type: 'pause' }
  /** `elapsed`: milliseconds of play. */
  | { readonly type: 'tick'; readonly elapsed: number }
  | { readonly type: 'speed'; readonly speed: number }
  | { readonly type: 'rest'; readonly scenarios: readonly Scenario[]; readonly films: readonly Film[]; readonly at: number }

/** Length of the common axis, µs. */
export function endOf(scenarios: readonly Scenario[]): number {
  return Math.max(...scenarios.map((scenario) => scenario.durationMs * 1000))
}

function clamp(at: number, scenarios: readonly Scenario[]): number {
  return Math.min(Math.max(0, at), endOf(scenarios))
}

function seedChanges(state: PlayerState, scenarios: readonly Scenario[]): boolean {
  return state.scenarios[0]?.seed !== scenarios[0]?.seed
}

/** Whether each verdict is the same, figures included. */
function sameOutcome(before: readonly Film[] | null, after: readonly Film[]): boolean {
  const verdict = (film: Film | undefined): string => JSON.stringify(film?.headline)
  return before !== null && after.every((film, index) => verdict(film) === verdict(before[index]))
}

export function reducePlayer(state: PlayerState, action: PlayerAction): PlayerState {
  switch (action.type) {
    case 'films': {
      const { scenarios, films } = action
      // A figure at rest goes to the decisive instant of what it shows now; a reader's cursor stays where it is.
      const rest = state.films === null ? state.at : (films[0]?.decisive ?? state.at)
      const at = state.moved ? clamp(state.at, scenarios) : rest
      return { ...state, scenarios, films, at, sameOutcome: seedChanges(state, scenarios) && sameOutcome(state.films, films) }
    }
    case 'seek':
      return { ...state, at: clamp(action.at, state.scenarios), moved: true, playing: false }
    case 'play': {
      const fromStart = !state.moved || state.at >= endOf(state.scenarios)
      return { ...state, at: fromStart ? 0 : state.at, moved: true, playing: true }
    }
    case 'pause':
      return { ...state, playing: false }
    case 'tick': {
      if (!state.playing) return state
      const end = endOf(state.scenarios)
      const at = state.at + (action.elapsed / 1000) * state.speed
      return at >= end ? { ...state, at: end, playing: false } : { ...state, at: Math.round(at) }
    }
    case 'speed':
      return { ...state, speed: action.speed }
    case 'rest':
      return {
        ...state,
        scenarios: action.scenarios,
        films: action.films,
        sameOutcome: false,
        rests: state.rests + 1,
        at: action.at,
        moved: false,
        playing: false,
      }
  }
}
