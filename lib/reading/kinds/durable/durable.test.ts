import { describe, expect, it } from 'vitest'
import { namedFilm } from '@/lib/content/scenarios'
import { runWithWire } from '@/lib/sim/run'
import { cluster } from '@/tests/kernel/cluster'
import { eventsOf } from '../../events'
import { filmOf } from '../../film/film'
import '../all'

/** Two replicas, of which r3 is 50 ms away, all with an AOF and `always`; c1 types what it waits for. */
const apart = (...commands: readonly string[]) => {
  const conf = { appendonly: 'yes', appendfsync: 'always', save: '' } as const
  const trio = cluster({ replicas: 2, conf }).with({ server: 'redis-8.0' }).client('c1', 'r1', null).link('r1', 'r3', 50)
  const all = commands.reduce((more, command, index) => more.at(3000 + 200 * index).type('c1', command), trio)
  return filmOf(runWithWire(all.until(6000).scenario))
}

describe('a WAITAOF that holds up its client', () => {
  const film = apart('SET a 1', 'WAITAOF 1 2 500')
  const at = (ms: number) => film.waits.at(Math.round(ms * 1000))
  const asked = { client: 'c1', server: 'r1', command: 'WAITAOF 1 2', wanted: 3, behind: 0 }
  const since = 3_200_100

  it('counts the disk of its server, and each replica when it has said that its own has it', () => {
    expect(at(3199)).toEqual([])
    expect(at(3200)).toEqual([{ ...asked, since: 3_200_000, until: 3_700_000, counted: [] }])
    const [early, late] = [at(3200.2), at(3299)].map(([wait]) => wait)
    expect(early).toEqual({ ...asked, since, until: since + 500_000, counted: ['r1'] })
    expect(late?.counted).toEqual(['r1', 'r2'])
  })

  it('is gone when its answer has been read', () => {
    const [answer] = eventsOf(film.run, 'reply').flatMap(({ event }) => (event.name === 'WAITAOF' ? [event] : []))
    expect(answer?.reply).toEqual([1, 2])
    expect(at((answer?.at ?? 0) / 1000 - 0.01)).toHaveLength(1)
    expect(at((answer?.at ?? 0) / 1000)).toEqual([])
  })

  it('does not take one replica too many for the disk that is missing', () => {
    const conf = { appendonly: 'yes', appendfsync: 'no', save: '' } as const
    const never = cluster({ replicas: 2, conf: { ...conf, appendfsync: 'always' } })
      .with({ server: 'redis-8.0' })
      .client('c1', 'r1', null)
      .at(2900)
      .type('r1', 'CONFIG SET appendfsync no')
      .at(3000)
      .type('c1', 'SET a 1')
      .at(3100)
      .type('c1', 'WAITAOF 1 1 500')
    const { waits } = filmOf(runWithWire(never.until(5000).scenario))
    expect(waits.at(3_500_000)).toEqual([expect.objectContaining({ wanted: 2, counted: [expect.stringMatching(/^r[23]$/)] })])
  })

  it('leaves a WAIT as it is', () => {
    const wait = apart('SET a 1', 'WAIT 2 500').waits.at(3_201_000)
    expect(wait).toEqual([expect.objectContaining({ command: 'WAIT 2 500', wanted: 2, counted: ['r2'] })])
  })
})

it.each(['power-all-waitaof', 'replica-disk'] as const)('%s: hangs on its client until the power fails', (name) => {
  const { waits, run } = namedFilm(name)
  const [death] = eventsOf(run, 'kill').map(({ event }) => event.at)
  const [pending] = waits.at((death ?? 0) - 1)
  expect(pending?.command).toMatch(/^WAITAOF [01] \d$/)
  expect(pending?.counted.length).toBeLessThan(pending?.wanted ?? 0)
})
