import { describe, expect, it } from 'vitest'
import { cluster } from './cluster'
import { tell } from './tale'

const pair = cluster({ replicas: 1, latencyMs: 2 }).client('c1', 'r1', null)

describe('a tale', () => {
  it('is what was done and, below the bar, what came back', () => {
    expect(pair).toTell(`
      # The replica is frozen: only the timeout ends it.
      at 2900 pause r2
      at 3000 type c1 "SET k v"
      at 3020 type c1 "WAIT 1 200"
      ----
      3.0000–3.0040     c1> SET k v: "OK"
      3.0200–3.2991     c1> WAIT 1 200: 0
    `)
  })

  it('shows what it is asked to show', () => {
    expect(pair).toTell(`
      at 3000 type r2 "REPLICAOF NO ONE"
      until 3100
      show is now, loses its replica
      ----
      3.0000–3.0000     r2> REPLICAOF NO ONE: "OK"
      3.0000            r2 is now a primary, by operator; cbff38:51021 (before 51022: 098dde)
      3.0020            r1 loses its replica r2 (closed)
    `)
  })

  it('says so where nothing came back', () => {
    expect(tell(pair, 'at 3000 kill r1\n----\nwhat was')).toBe('at 3000 kill r1\n----\nnothing')
  })

  it.each(['type c1 "PING"', 'at 3000 sing r1', 'until', 'when 3'])('is refused for %s', (line) => {
    expect(() => tell(pair, line)).toThrow(`no command: "${line}"`)
  })
})
