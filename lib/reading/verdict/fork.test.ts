import { describe, expect, it } from 'vitest'
import { namedFigures, namedRun } from '@/lib/content/scenarios'
import { forkOf } from './fork'

describe('where two histories part', () => {
  it('is behind the last byte that the new primary had when it was promoted', () => {
    const run = namedRun('two-histories')
    const promoted = run.events.find((event) => event.type === 'role' && event.host === 'r3')
    const demoted = run.events.find((event) => event.type === 'role' && event.host === 'r1')
    expect(forkOf(run)).toMatchObject({
      old: 'r1',
      heir: 'r3',
      from: 18_216,
      shared: promoted?.type === 'role' && promoted.offset,
      ofOld: demoted?.type === 'role' && demoted.offset,
      lost: namedFigures('two-histories').lost,
    })
  })

  it('is there without a write of any client', () => {
    const fork = forkOf(namedRun('idle-split-brain'))
    expect(fork?.lost).toBe(0)
    expect(fork?.ofOld).toBeGreaterThan(fork?.shared ?? Number.POSITIVE_INFINITY)
  })

  it.each(['cut-healed-early', 'empty-restart'] as const)('is nowhere in %s', (name) => {
    expect(forkOf(namedRun(name))).toBeNull()
  })
})
