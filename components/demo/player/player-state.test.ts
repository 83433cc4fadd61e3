import { describe, expect, it } from 'vitest'
import { namedFilm, namedScenario } from '@/lib/content/scenarios'
import type { Film } from '@/lib/reading/film/film'
import { atRest, type PlayerState, reducePlayer } from './player-state'
import { firstSpeed } from './speeds'

const scenario = namedScenario('wait-one-of-two')
const film = namedFilm('wait-one-of-two')
const END = scenario.durationMs * 1000
const rest: PlayerState = atRest([film])

function films(...made: readonly Film[]) {
  return { type: 'films', films: made } as const
}

describe('the player', () => {
  it('begins at the decisive instant of its first run', () => {
    expect(rest).toMatchObject({ at: film.decisive, moved: false, playing: false, speed: firstSpeed(END) })
  })

  it('plays from the start when it was at rest, or at the end', () => {
    expect(reducePlayer(rest, { type: 'play' })).toMatchObject({ at: 0, moved: true, playing: true })
    expect(reducePlayer({ ...rest, moved: true, at: END }, { type: 'play' })).toMatchObject({ at: 0 })
    expect(reducePlayer({ ...rest, moved: true, at: 42 }, { type: 'play' })).toMatchObject({ at: 42 })
  })

  it('moves by the speed it states, and stops at the end', () => {
    const playing = { ...rest, at: 0, moved: true, playing: true, speed: 500_000 }
    expect(reducePlayer(playing, { type: 'tick', elapsed: 100 })).toMatchObject({ at: 50_000, playing: true })
    expect(reducePlayer({ ...playing, at: END - 1 }, { type: 'tick', elapsed: 100 })).toMatchObject({ at: END, playing: false })
    expect(reducePlayer(rest, { type: 'tick', elapsed: 100 })).toBe(rest)
  })

  it('stops where a reader puts the cursor, never off the axis', () => {
    expect(reducePlayer({ ...rest, playing: true }, { type: 'seek', at: -5 })).toMatchObject({
      at: 0,
      moved: true,
      playing: false,
    })
    expect(reducePlayer(rest, { type: 'seek', at: END + 5 })).toMatchObject({ at: END })
  })

  it('goes to the decisive instant of another run, unless the reader has moved the cursor', () => {
    const other = films({ ...film, decisive: 77 })
    expect(reducePlayer(rest, other)).toMatchObject({ at: 77 })
    expect(reducePlayer({ ...rest, moved: true, at: 5 }, other)).toMatchObject({ at: 5 })
  })

  it('goes where the page leads until its reader has done something', () => {
    const visited = reducePlayer(rest, { type: 'visit', at: 5 })
    expect(visited).toMatchObject({ at: 5, moved: true, touched: false })
    expect(reducePlayer(visited, { type: 'visit', at: 6 })).toMatchObject({ at: 6 })
    for (const action of [{ type: 'play' }, { type: 'seek', at: 7 }, films(film)] as const) {
      const touched = reducePlayer(visited, action)
      expect(reducePlayer(touched, { type: 'visit', at: 6 })).toBe(touched)
    }
  })

  it('follows a write from where it is sent until the reader lets go of it', () => {
    const followed = reducePlayer({ ...rest, playing: true }, { type: 'follow', write: 3, at: 9 })
    expect(followed).toMatchObject({ followed: 3, at: 9, playing: false, touched: true })
    expect(reducePlayer(followed, { type: 'seek', at: 5 })).toMatchObject({ followed: 3 })
    expect(reducePlayer(followed, { type: 'let go' })).toMatchObject({ followed: null, at: 9 })
  })

  it('says that another seed came to the same, and only of another seed', () => {
    const withSeed8 = (made: Film): Film => ({ ...made, run: { ...made.run, scenario: { ...scenario, seed: 8 } } })
    const lost: Film = { ...film, headline: { code: 'nothing', attempted: 1 } }
    expect(reducePlayer(rest, films(withSeed8(film)))).toMatchObject({ sameOutcome: true })
    expect(reducePlayer(rest, films(withSeed8(lost)))).toMatchObject({ sameOutcome: false })
    expect(reducePlayer(rest, films(film))).toMatchObject({ sameOutcome: false })
    expect(reducePlayer({ ...rest, sameOutcome: true }, films(lost))).toMatchObject({ sameOutcome: false })
  })

  it('goes back to rest', () => {
    const moved = { ...rest, moved: true, playing: true, at: 1, speed: 2_000 }
    expect(reducePlayer(moved, { type: 'rest', films: [{ ...film, decisive: 9 }] })).toMatchObject({
      at: 9,
      moved: false,
      playing: false,
      rests: 1,
      speed: 2_000,
    })
  })
})
