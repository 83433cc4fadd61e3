import { describe, expect, it } from 'vitest'
import { type ScenarioName, scenarioFiles } from '@/content/scenarios/index'
import { namedFilm } from '@/lib/content/scenarios'
import { eventsOf } from '../events'
import { paceAt, playedOn, slowIntervals } from './pace'

const names = Object.keys(scenarioFiles) as ScenarioName[]
const SPEED = 2_000_000
const film = namedFilm('split-brain')

/** Seconds of play from one instant to another, frame by frame. */
function seconds(from: number, to: number, speed = SPEED): number {
  let now = from
  let frames = 0
  for (; now < to && frames < 100_000; frames += 1) now = playedOn([film], now, 1 / 60, speed)
  return frames / 60
}

describe('the pace of play', () => {
  it('is the speed where nothing happens, and a quarter of it around a numbered moment', () => {
    const [split] = film.moments
    const at = split?.at ?? 0
    expect(paceAt(film, at - 200_000, SPEED)).toBe(SPEED)
    expect(paceAt(film, at - 200_000, SPEED)).toBe(SPEED)
    expect(paceAt(film, at, SPEED)).toBe(SPEED / 4)
    expect(paceAt(film, at, SPEED)).toBeLessThan(SPEED)
    expect(paceAt(film, at + SPEED, SPEED)).toBe(SPEED)
  })

  it('lets an election take three seconds, and the copy that erases two', () => {
    const logged = eventsOf(film.run, 'sentinel').map(({ event }) => event)
    const tried = logged.find(({ event }) => event === '+try-failover')?.at ?? 0
    const elected = logged.find(({ event }) => event === '+elected-leader')?.at ?? 0
    expect(seconds(tried, elected)).toBeCloseTo(3, 1)
    const snapshot = eventsOf(film.run, 'snapshot').find(({ event }) => event.for === 'resync')?.event.at ?? 0
    expect(seconds(snapshot, eventsOf(film.run, 'load')[0]?.event.at ?? 0)).toBeCloseTo(2, 1)
  })

  it('never passes over a slow stretch, however long a frame takes', () => {
    const tried = eventsOf(film.run, 'sentinel').find(({ event }) => event.event === '+try-failover')?.event.at ?? 0
    const before = tried - 400_000
    const inOne = playedOn([film], before, 1.5, SPEED)
    let inMany = before
    for (let frame = 0; frame < 150; frame += 1) inMany = playedOn([film], inMany, 0.01, SPEED)
    expect(inOne).toBeGreaterThan(tried)
    expect(inMany).toBeCloseTo(inOne, -1)
  })

  it('is that of the slowest film where two stand side by side', () => {
    const other = namedFilm('split-brain-gated')
    const closed = other.moments.find(({ code }) => code === 'gate-closed')?.at ?? 0
    expect(paceAt(film, closed, SPEED)).toBe(SPEED)
    expect(playedOn([film, other], closed, 0.01, SPEED) - closed).toBeCloseTo(0.01 * (SPEED / 4), 3)
  })

  it('is never slowed where messages are seen well already', () => {
    const [split] = film.moments
    expect(paceAt(film, split?.at ?? 0, 20_000)).toBe(20_000)
    expect(slowIntervals(film, 2_000)).toEqual([])
  })

  it.each(names)('of %s is above zero everywhere, and the whole run is played in less than a minute', (name) => {
    const one = namedFilm(name)
    const speed = one.lanes.end / 18
    for (const { from, to, pace } of slowIntervals(one, speed)) {
      expect(pace).toBeGreaterThan(1000)
      expect(to).toBeGreaterThan(from)
    }
    expect(playedOn([one], 0, 60, speed)).toBeGreaterThan(one.lanes.end)
    expect(playedOn([one], 0, 17, speed)).toBeLessThan(one.lanes.end)
  })
})
