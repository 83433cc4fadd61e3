import { describe, expect, it } from 'vitest'
import { HandJournal } from '@/tests/kernel/hand-journal'
import { lanesView } from './lanes'

const END = 60_000_000
const lane = (journal: HandJournal, server: string) =>
  lanesView(journal.run())
    .lanes.find((candidate) => candidate.server === server)
    ?.segments.map(({ from, to, kind }) => [from / 1000, to / 1000, kind])

describe('a lane', () => {
  it('is one stretch where nothing happens', () => {
    expect(lane(new HandJournal(), 'r2')).toEqual([[0, 60_000, 'replica']])
  })

  it('breaks while the server is dead, and joins start and boot', () => {
    const journal = new HandJournal().at(100).kill('r1').at(300).boot('r1', 'nothing')
    expect(lane(journal, 'r1')).toEqual([
      [0, 100, 'primary'],
      [100, 300, 'down'],
      [300, 60_000, 'primary'],
    ])
  })

  it('shows a frozen server as what it is not doing', () => {
    const journal = new HandJournal()
      .at(100)
      .push({ type: 'pause', host: 'r1', process: 'redis' })
      .at(200)
      .push({ type: 'resume', host: 'r1', process: 'redis' })
    expect(lane(journal, 'r1')?.map(([, , kind]) => kind)).toEqual(['primary', 'frozen', 'primary'])
  })

  it('is not touched by what happens to a sentinel of the same host', () => {
    expect(lane(new HandJournal().at(100).push({ type: 'kill', host: 'r1', process: 'sentinel' }), 'r1')).toHaveLength(1)
  })
})

describe('two primaries', () => {
  it('overlap from the promotion to the demotion', () => {
    const { overlaps } = lanesView(new HandJournal().at(100).promote('r2').at(400).demote('r1', 'r2').run())
    expect(overlaps).toEqual([
      { from: 100_000, to: 400_000, servers: ['r1', 'r2'], accepting: [{ servers: ['r1', 'r2'], for: 300_000 }] },
    ])
  })

  it('do not overlap while one of them is dead', () => {
    const { overlaps } = lanesView(new HandJournal().at(50).kill('r1').at(100).promote('r2').at(300).boot('r1', 'nothing').run())
    expect(overlaps).toMatchObject([{ from: 300_000, to: END, servers: ['r1', 'r2'] }])
  })
})

describe('a gate that is shut', () => {
  const gate = (open: boolean) => ({ type: 'gate', host: 'r1', good: open ? 1 : 0, needed: 1, open }) as const
  const shut = () => new HandJournal().at(100).promote('r2').at(200).push(gate(false))

  it('leaves a primary one that refuses writes, until it opens or the role changes', () => {
    expect(lane(shut().at(300).push(gate(true)), 'r1')).toEqual([
      [0, 200, 'primary'],
      [200, 300, 'closed'],
      [300, 60_000, 'primary'],
    ])
    expect(lane(shut().at(300).demote('r1', 'r2'), 'r1')?.slice(1)).toEqual([
      [200, 300, 'closed'],
      [300, 60_000, 'replica'],
    ])
    expect(lane(shut().at(300).kill('r1').boot('r1', 'nothing'), 'r1')?.at(-1)?.[2]).toBe('primary')
  })

  it('tells which of two primaries still takes writes, and for how long both did', () => {
    const { overlaps } = lanesView(shut().at(400).demote('r1', 'r2').run())
    expect(overlaps).toEqual([
      {
        from: 100_000,
        to: 400_000,
        servers: ['r1', 'r2'],
        accepting: [
          { servers: ['r1', 'r2'], for: 100_000 },
          { servers: ['r2'], for: 200_000 },
        ],
      },
    ])
  })
})

describe('a cut', () => {
  it('lasts until the heal, or to the end', () => {
    const journal = new HandJournal().at(100).push({ type: 'partition', groups: [['r1'], ['r2']] })
    expect(lanesView(journal.run()).cuts).toMatchObject([{ from: 100_000, to: END }])
    expect(lanesView(journal.at(200).push({ type: 'heal' }).run()).cuts).toMatchObject([{ from: 100_000, to: 200_000 }])
  })

  it('grows by what is cut while it lasts', () => {
    const { cuts } = lanesView(
      new HandJournal()
        .at(100)
        .push({ type: 'partition', groups: [['r1'], ['r2']] })
        .at(200)
        .push({ type: 'cut', from: 's1', to: 'r1' })
        .run(),
    )
    expect(cuts).toMatchObject([
      { from: 100_000, to: 200_000, oneWay: [] },
      { from: 200_000, to: END, partitions: [[['r1'], ['r2']]], oneWay: [{ from: 's1', to: 'r1' }] },
    ])
  })
})
