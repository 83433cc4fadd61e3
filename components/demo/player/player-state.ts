import { type Film, type Picture, pictureAt } from '@/lib/reading/film/film'
import { playedOn } from '@/lib/reading/film/pace'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { firstSpeed, paceOf, shownFor } from './speeds'

/** Everything a reader can change about a demo. */
export interface PlayerState {
  /** Its runs: one, or two that are compared. The settings act on the last. */
  readonly films: readonly Film[]
  /** The runs came to the same as those of the seed before them. */
  readonly sameOutcome: boolean
  /** How often the reader went back to the start of it all: what was typed before is forgotten then. */
  readonly rests: number
  /** The cursor, µs. */
  readonly at: number
  /** The cursor has been moved, by the reader or by the page: the figure shows what was known there, no longer how it ended. */
  readonly moved: boolean
  /** The reader has done something to it: the page leaves the cursor alone from then on. */
  readonly touched: boolean
  /** The number of the write that the reader follows. */
  readonly followed: number | null
  readonly playing: boolean
  /** µs of cluster time in a second of play, where it goes no slower by itself. */
  readonly speed: number
}

export type PlayerAction =
  | { readonly type: 'films'; readonly films: readonly Film[] }
  | { readonly type: 'seek'; readonly at: number }
  /** The page has come to a moment. */
  | { readonly type: 'visit'; readonly at: number }
  /** A write that leaves its client at `at`. */
  | { readonly type: 'follow'; readonly write: number; readonly at: number }
  | { readonly type: 'let go' }
  | { readonly type: 'play' }
  | { readonly type: 'pause' }
  /** `elapsed`: milliseconds of play. */
  | { readonly type: 'tick'; readonly elapsed: number }
  | { readonly type: 'speed'; readonly speed: number }
  | { readonly type: 'rest'; readonly films: readonly Film[] }

/** A demo as its page is built: at the decisive instant of its first run, with what became of everything. */
export function atRest(films: readonly Film[]): PlayerState {
  const speed = firstSpeed(endOf(films))
  return {
    films,
    sameOutcome: false,
    rests: 0,
    at: decisive(films),
    moved: false,
    touched: false,
    followed: null,
    playing: false,
    speed,
  }
}

/** What is drawn of each run. `last`: what was drawn before, of which is kept what has not changed. */
export function picturesOf(
  state: PlayerState,
  last?: { readonly state: PlayerState; readonly pictures: readonly Picture[] },
): readonly Picture[] {
  const { films, at, moved, followed } = state
  const shown = shownAt(state)
  const same = last !== undefined && SEEN.every((name) => last.state[name] === state[name]) && shownAt(last.state) === shown
  const kept = same ? last : undefined
  return films.map((film, index) => {
    const before = kept?.state.films[index] === film ? kept.pictures[index] : undefined
    return before ?? pictureAt(film, Math.min(at, film.lanes.end), { shownFor: shown, known: moved, followed })
  })
}

/** What a picture depends on besides its run. */
const SEEN = ['at', 'moved', 'followed'] as const satisfies readonly (keyof PlayerState)[]

function shownAt({ films, at, speed }: PlayerState): number {
  return shownFor(paceOf(films, at, speed))
}

/** The scenarios of the runs. */
export function scenariosOf(films: readonly Film[]): readonly Scenario[] {
  return films.map(({ run }) => run.scenario)
}

/** The seed that all runs have in common. */
export function seedOf(films: readonly Film[]): number {
  return films[0]?.run.scenario.seed ?? 0
}

/** Length of the common axis, µs. */
function endOf(films: readonly Film[]): number {
  return Math.max(...films.map(({ run }) => run.scenario.durationMs * 1000))
}

function decisive(films: readonly Film[]): number {
  return films[0]?.decisive ?? 0
}

function clamp(at: number, films: readonly Film[]): number {
  return Math.min(Math.max(0, at), endOf(films))
}

/** Whether each verdict is the same, figures included. */
function sameOutcome(before: readonly Film[], after: readonly Film[]): boolean {
  const verdict = (film: Film | undefined): string => JSON.stringify(film?.headline)
  return after.every((film, index) => verdict(film) === verdict(before[index]))
}

export function reducePlayer(state: PlayerState, action: PlayerAction): PlayerState {
  switch (action.type) {
    case 'films': {
      const { films } = action
      // A figure at rest goes to the decisive instant of what it shows now; a reader's cursor stays where it is.
      const at = state.moved ? clamp(state.at, films) : decisive(films)
      const same = seedOf(state.films) !== seedOf(films) && sameOutcome(state.films, films)
      return { ...state, films, at, touched: true, sameOutcome: same }
    }
    case 'seek':
      return { ...state, at: clamp(action.at, state.films), moved: true, touched: true, playing: false }
    case 'visit':
      return state.touched ? state : { ...state, at: clamp(action.at, state.films), moved: true }
    case 'follow':
      return { ...reducePlayer(state, { type: 'seek', at: action.at }), followed: action.write }
    case 'let go':
      return { ...state, followed: null }
    case 'play': {
      const fromStart = !state.moved || state.at >= endOf(state.films)
      return { ...state, at: fromStart ? 0 : state.at, moved: true, touched: true, playing: true }
    }
    case 'pause':
      return { ...state, playing: false }
    case 'tick': {
      if (!state.playing) return state
      const end = endOf(state.films)
      const at = playedOn(state.films, state.at, action.elapsed / 1000, state.speed)
      return at >= end ? { ...state, at: end, playing: false } : { ...state, at: Math.round(at) }
    }
    case 'speed':
      return { ...state, speed: action.speed }
    case 'rest':
      return { ...atRest(action.films), rests: state.rests + 1, speed: state.speed }
  }
}
