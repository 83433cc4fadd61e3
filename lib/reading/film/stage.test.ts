import { describe, expect, it } from 'vitest'
import { type ScenarioName, scenarioFiles } from '@/content/scenarios/index'
import { namedRun, namedScenario } from '@/lib/content/scenarios'
import { HandJournal } from '@/tests/kernel/hand-journal'
import { frameAt } from './frame'
import { stageLayout } from './stage-layout'
import { stageLinks } from './stage-links'
import type { Box, StageNode, StagePlan } from './stage-plan'

const names = Object.keys(scenarioFiles) as ScenarioName[]

const plans = (name: ScenarioName): readonly StagePlan[] => Object.values(stageLayout(namedScenario(name)))
const boxesOf = ({ body, words }: StageNode): readonly Box[] => (words ? [body, words] : [body])
const apart = (a: Box, b: Box): boolean =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y

describe('the stage', () => {
  it.each(names)('of %s has everyone on it, nobody on top of another', (name) => {
    const processes = Object.values(namedScenario(name).hosts).reduce((sum, host) => sum + Object.keys(host).length, 0)
    for (const { nodes, width, height } of plans(name)) {
      expect(nodes).toHaveLength(processes)
      for (const [index, node] of nodes.entries()) {
        for (const box of boxesOf(node)) {
          expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(0)
          expect(box.x + box.width).toBeLessThanOrEqual(width)
          expect(box.y + box.height).toBeLessThanOrEqual(height)
          for (const other of nodes.slice(index + 1).flatMap(boxesOf)) expect(apart(box, other), node.host).toBe(true)
        }
      }
    }
  })

  it.each(names)('of %s is no higher than a figure has room for', (name) => {
    expect(stageLayout(namedScenario(name)).wide.height).toBeLessThanOrEqual(300)
  })

  it('puts the two sides of a full partition left and right of the wall, or above and below it', () => {
    const { wide, narrow } = stageLayout(namedScenario('split-brain'))
    const near = ({ nodes, wall }: StagePlan, along: 'x' | 'y'): string[] =>
      nodes.filter(({ body }) => wall && body[along] < wall.from[along]).map(({ host }) => host)
    expect(near(wide, 'x').toSorted()).toEqual(['c1', 'r1'])
    expect(near(narrow, 'y').toSorted()).toEqual(['c1', 'r1'])
  })

  it('has no wall where a partition leaves some hosts out', () => {
    for (const { wall } of [...plans('priority-over-offset'), ...plans('healthy-crash')]) expect(wall).toBeNull()
  })
})

describe('the lines', () => {
  const linksAt = (journal: HandJournal, ms: number) => {
    const run = journal.run()
    return stageLinks(run.scenario, frameAt(run, ms * 1000))
  }

  it('join a client with its server and a replica with its primary', () => {
    expect(linksAt(new HandJournal(), 0)).toEqual([
      { from: 'c1', to: 'r1', kind: 'client', state: 'flowing', cut: null },
      { from: 'r1', to: 'r2', kind: 'replication', state: 'flowing', cut: null },
    ])
  })

  it('are dead with the server, and tell a cut from a death', () => {
    expect(linksAt(new HandJournal().at(10).kill('r1'), 10)).toMatchObject([
      { state: 'dead', cut: null },
      { state: 'dead', cut: null },
    ])
    const cut = new HandJournal().at(10).push({ type: 'cut', from: 'r2', to: 'r1' })
    expect(linksAt(cut, 10)).toMatchObject([{ state: 'flowing' }, { state: 'dead', cut: 'back' }])
  })

  it('go on showing what the cut has severed after the replica follows someone else', () => {
    const run = namedRun('split-brain')
    const severed = stageLinks(run.scenario, frameAt(run, 12_000_000)).filter(({ cut }) => cut === 'both')
    expect(severed.map(({ from, to }) => `${from}-${to}`).toSorted()).toEqual(['r1-r2', 'r1-r3'])
    expect(stageLinks(run.scenario, frameAt(run, 20_000_000)).filter(({ cut }) => cut !== null)).toEqual([])
  })
})
