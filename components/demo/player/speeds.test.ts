import { expect, it } from 'vitest'
import { type ScenarioName, scenarioFiles } from '@/content/scenarios'
import { namedFilm } from '@/lib/content/scenarios'
import { playedOn } from '@/lib/reading/film/pace'
import { firstSpeed } from './speeds'

const names = Object.keys(scenarioFiles) as readonly ScenarioName[]

it.each(names)('%s plays in about a quarter of a minute at first', (name) => {
  const film = namedFilm(name)
  const { end } = film.lanes
  const speed = firstSpeed(end)
  let at = 0
  let frames = 0
  for (; at < end && frames < 3_000; frames += 1) at = playedOn([film], at, 1 / 60, speed)
  expect(frames / 60).toBeGreaterThan(8)
  expect(frames / 60).toBeLessThan(23)
})
