import { describe, expect, it } from 'vitest'
import { namedScenario } from '@/lib/content/scenarios'
import type { Film } from '@/lib/reading/film/film'
import { KINDS } from '@/lib/sim/kinds/kinds'
import type { Scenario } from '@/lib/sim/scenario/scenario'
import { simulate } from '../simulate'
import { type PlayerState, reducePlayer } from './player-state'

const scenario = namedScenario('wait-one-of-two')
const film = simulate(scenario, KINDS)
const END = scenario.durationMs * 1000
const rest: PlayerState = {
  scenarios: [scenario],
  films: [film],
  sameOutcome: false,
  rests: 0,
  at: film.decisive,
  moved: false,
  playing: false,
  speed: 1_000_000,
}

describe('the player', () => {
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

  it('changes nothing in the figure when the kernel arrives', () => {
    const built: PlayerState = { ...rest, films: null, at: 123 }
    expect(reducePlayer(built, { type: 'films', scenarios: [scenario], films: [film] })).toMatchObject({ at: 123, moved: false })
  })

  it('goes to the decisive instant of another run, unless the reader has moved the cursor', () => {
    const other = { type: 'films', scenarios: [scenario], films: [{ ...film, decisive: 77 }] } as const
    expect(reducePlayer(rest, other)).toMatchObject({ at: 77 })
    expect(reducePlayer({ ...rest, moved: true, at: 5 }, other)).toMatchObject({ at: 5 })
  })

  it('says that another seed came to the same, and only of another seed', () => {
    const seed8 = { ...scenario, seed: 8 }
    const lost: Film = { ...film, headline: { code: 'nothing', attempted: 1 } }
    const films = (scenarios: readonly Scenario[], made: Film) => ({ type: 'films', scenarios, films: [made] }) as const
    expect(reducePlayer(rest, films([seed8], film))).toMatchObject({ sameOutcome: true })
    expect(reducePlayer(rest, films([seed8], lost))).toMatchObject({ sameOutcome: false })
    expect(reducePlayer(rest, films([scenario], film))).toMatchObject({ sameOutcome: false })
    expect(reducePlayer({ ...rest, sameOutcome: true }, films([scenario], lost))).toMatchObject({ sameOutcome: false })
  })

  it('goes back to rest', () => {
    const moved = { ...rest, moved: true, playing: true, at: 1 }
    expect(reducePlayer(moved, { type: 'rest', scenarios: [scenario], films: [film], at: 9 })).toMatchObject({
      at: 9,
      moved: false,
      playing: false,
      rests: 1,
    })
  })
})
