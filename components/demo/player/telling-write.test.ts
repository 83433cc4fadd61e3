import { expect, it } from 'vitest'
import { namedFilm } from '@/lib/content/scenarios'
import { tellingWrite } from './telling-write'

const film = namedFilm('split-brain')

it('is the first lost write of a slice of the strip in which one was lost', () => {
  const first = film.verdict.writes.find(({ fate }) => fate === 'lost')
  expect(tellingWrite(film, (first?.sentAt ?? 0) + 1)).toBe(first)
})

it('is a refused one where none was lost, and none where none was sent', () => {
  expect(tellingWrite(film, 31_000_000)?.fate).toBe('refused')
  expect(tellingWrite(film, film.lanes.end - 1)).toBeUndefined()
})
