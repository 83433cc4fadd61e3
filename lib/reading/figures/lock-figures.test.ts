import { expect, it } from 'vitest'
import { evidenceScenario } from '@/lib/evidence/files'
import { run } from '@/lib/sim/run'
import { figures } from './figures'
import { LOCK_FIGURE_KINDS } from './lock-figures'

const of = (name: string) => figures(run(evidenceScenario(name)))

it('quotes nothing of locks where nobody takes one', () => {
  const split = of('split-brain')
  for (const key of Object.keys(LOCK_FIGURE_KINDS) as (keyof typeof LOCK_FIGURE_KINDS)[]) expect(split[key]).toBeNull()
})

it('tells of two owners since when and how long, and how long the first was right', () => {
  const cut = of('lock-split-brain')
  expect(cut).toMatchObject({ locksGranted: 2, twoOwners: 1, firstOwnerLeftAt: null, firstLateBy: null })
  expect(cut.twoOwnersAt).toBe(cut.secondGrantAt)
  expect((cut.twoOwnersAt ?? 0) + (cut.twoOwnersFor ?? 0)).toBe(30_000)
  expect(cut.firstOwnerRightUntil).toBeGreaterThan(cut.firstGrantAt ?? Number.NaN)
})

it('tells of a lock that had expired when it came, of its owner who is told, and of a key that nobody owns', () => {
  expect(of('redlock-expired')).toMatchObject({ firstLateBy: 205, firstValidFor: null })
  const late = of('redlock-late-abort')
  expect(late.renewalFailedAt).toBe(late.firstOwnerLeftAt)
  const stuck = of('lock-stuck')
  expect(stuck.lockErrors).toBe(1)
  expect(stuck.orphanedFor).toBeGreaterThan(29_900)
})

it('tells of tokens, of what the resource took, and of a client that stood still', () => {
  expect(of('lock-token-twice')).toMatchObject({ repeatedTokens: 1, firstToken: 1, secondToken: 1, guardedRefused: 0 })
  const [open, fenced] = [of('lock-paused'), of('lock-paused-fenced')]
  expect(open).toMatchObject({
    clientPausedAt: 2000,
    clientResumedAt: 7000,
    clientPausedFor: 5000,
    firstToken: 1,
    secondToken: 2,
  })
  expect(open.staleTaken).toBe(fenced.guardedRefused)
  expect(fenced.staleTaken).toBe(0)
  expect((open.guardedTaken ?? 0) - (fenced.guardedTaken ?? 0)).toBe(open.staleTaken)
})
