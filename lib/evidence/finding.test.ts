import { expect, it } from 'vitest'
import { compare } from './compare'
import { sorted } from './evidence'
import { evidenceScenario, recordingText } from './files'
import { findingOf } from './finding'
import { readRecording } from './recording'

/** Held against themselves: what is found is read off the real runs alone. */
function found(name: string) {
  const { header, runs } = readRecording(recordingText(name) ?? '')
  const lines = sorted(compare(evidenceScenario(name), runs, runs))
  return findingOf({ ...lines, header, realRuns: runs.length, simulatedRuns: runs.length, mariadb: null })
}

it('tells each way a promotion went, what clients read, and what was lost at least and at most', () => {
  const lost = readRecording(recordingText('split-brain-gated') ?? '').runs.map(({ writes }) => writes.lost)
  expect(found('split-brain-gated')).toEqual({
    promoted: [['r2'], ['r3']],
    errors: ['NOREPLICAS', 'READONLY'],
    waits: [],
    disks: [],
    lost: [Math.min(...lost), Math.max(...lost)],
    owners: null,
  })
})

it('tells several promotions of one run in their order', () => {
  expect(found('failover-under-sentinels').promoted).toEqual([['r2', 'r3']])
})

it('tells where nobody was promoted and nothing was lost', () => {
  expect(found('two-sentinels')).toEqual({ promoted: [], errors: [], waits: [], disks: [], lost: [0, 0], owners: null })
})

it('tells whether a lock had two owners, one, or none', () => {
  expect(found('redlock-empty-restart').owners).toBe('two')
  expect(found('redlock-five').owners).toBe('one')
  expect(found('redlock-three-dead').owners).toBe('nobody')
})

it('tells what WAIT returned, to a workload or typed', () => {
  expect(found('wait-own-connection').waits).toEqual([1, 2, null])
  expect(found('wait-frozen-replica').waits).toEqual([0, 1])
})

it('tells of how many disks WAITAOF found a write, and of replicas nothing', () => {
  const { waits, disks } = found('power-all-waitaof')
  expect(waits).toEqual([])
  expect(disks).toContain(3)
  expect(found('power-all-wait')).toMatchObject({ waits: [2], disks: [] })
})
