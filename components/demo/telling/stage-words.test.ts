import { describe, expect, it } from 'vitest'
import type { ScenarioName } from '@/content/scenarios'
import { namedFilm } from '@/lib/content/scenarios'
import { type Picture, pictureAt } from '@/lib/reading/film/film'
import { words as catalogue } from '@/lib/words/words'
import { answerOf, clientDoes, fileOf, SAYS, sentinelDoes, sentinelSays, waitOf } from './stage-words'

const words = catalogue('en').demo
const picture = (name: ScenarioName, seconds: number = namedFilm(name).decisive / 1_000_000): Picture =>
  pictureAt(namedFilm(name), seconds * 1_000_000, { shownFor: 350_000, known: true, followed: null })

describe('the stage says of a server', () => {
  it('what only it has, while it may be lost, and that it is erased when a full copy takes it', () => {
    expect(SAYS.dataOf(words, picture('split-brain', 12), 'r1')).toMatchObject({
      texts: [expect.stringMatching(/^\d+ writes only here$/), expect.stringMatching(/^\d+ only here$/)],
      fate: 'risk',
    })
    expect(SAYS.dataOf(words, picture('split-brain', 34.5), 'r1')).toMatchObject({
      texts: ['2,545 writes erased', '2,545 erased'],
      fate: 'lost',
    })
  })

  it('what it lacks and for how long, and that it lacks nothing', () => {
    expect(SAYS.dataOf(words, picture('late-but-talking'), 'r2')?.texts[0]).toMatch(/^\d+ writes behind, 3\.\d s$/)
    expect(SAYS.dataOf(words, picture('split-brain', 2), 'r2')?.texts).toEqual(['caught up'])
  })

  it('that nobody writes to it, and that it is down', () => {
    expect(SAYS.dataOf(words, picture('split-brain', 12), 'r3')?.texts).toEqual(['no client yet'])
    expect(SAYS.dataOf(words, picture('slow-link-crash', 4), 'r1')?.texts).toEqual(['memory is gone'])
    expect(SAYS.standingOf(words, picture('slow-link-crash', 4), 'r1')).toBeNull()
  })

  it('how many replicas its gate asks for and counts, and that there is none', () => {
    expect(SAYS.standingOf(words, picture('gate-closed', 12), 'r1')?.texts[0]).toBe('asks for 2, counts 1')
    expect(SAYS.standingOf(words, picture('split-brain', 12), 'r1')?.texts).toEqual(['gate off: asks for 0', 'gate off'])
  })

  it('how old its last ACK is, and that it counts for a WAIT', () => {
    expect(SAYS.standingOf(words, picture('wait-one-of-two'), 'r3')).toMatchObject({
      texts: [expect.stringMatching(/^ACK \d\.\d s ago$/), expect.stringMatching(/^ACK \d\.\d s$/)],
      fate: null,
    })
    expect(SAYS.standingOf(words, picture('wait-one-of-two'), 'r2')).toMatchObject({
      texts: [expect.stringMatching(/^has it, ACK \d\.\d s ago$/), expect.stringMatching(/^has it, ACK \d\.\d s$/), 'has it'],
      fate: 'safe',
    })
  })

  it('what is on its disk', () => {
    expect(fileOf(words, picture('slow-link-crash-aof', 13), 'r1').texts[0]).toBe('AOF: 600 writes')
    expect(fileOf(words, picture('empty-restart', 8), 'r1').texts).toEqual(['nothing on disk', 'no file'])
  })
})

describe('the stage says of a sentinel', () => {
  it('whom it names, whom it takes for dead, and that it is down', () => {
    expect(sentinelSays(words, picture('split-brain', 2), 's1')).toBe('names r1')
    expect(sentinelSays(words, picture('split-brain', 5.3), 's2')).toBe('r1 is down')
    expect(sentinelSays(words, picture('two-sentinels', 5), 'r1')).toBe('down')
  })

  it('its epoch and its votes, or for whom it votes', () => {
    const elected = picture('split-brain', 5.42)
    expect(sentinelDoes(words, elected, 's2').at(-1)).toBe('3 of 3 votes')
    expect(sentinelDoes(words, elected, 's1')).toEqual(['votes for s2'])
    expect(sentinelDoes(words, picture('split-brain', 2), 's1')).toEqual([])
  })
})

describe('the stage says of a client', () => {
  it('what it writes to, and what it is answered', () => {
    expect(clientDoes(words, picture('gate-closed', 12), 'c1')).toBe('writes to r1')
    expect(answerOf(words, picture('gate-closed', 12), 'c1')).toEqual({ texts: ['refused:', 'NOREPLICAS'], fate: 'refused' })
    expect(answerOf(words, picture('split-brain', 12), 'c1')).toEqual({ texts: ['reads OK'], fate: 'risk' })
  })

  it('that nothing answers, and that it has no connection', () => {
    expect(answerOf(words, picture('slow-link-crash', 3), 'c1')).toMatchObject({ fate: 'unanswered' })
    expect(answerOf(words, picture('slow-link-crash', 4), 'c1')).toMatchObject({ fate: 'no-connection' })
  })

  it('what holds it up, and how many have what it waits for', () => {
    expect(waitOf(words, picture('wait-one-of-two'), 'c1')).toMatchObject({ command: 'WAIT 2 3000', count: '1 of 2' })
    expect(waitOf(words, picture('wait-one-of-two', 0.9), 'c1')).toBeUndefined()
  })
})
