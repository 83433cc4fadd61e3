import { describe, expect, it } from 'vitest'
import { type ScenarioName, scenarioFiles } from '@/content/scenarios/index'
import { namedRun, namedScenario } from '@/lib/content/scenarios'
import { HandJournal } from '@/tests/kernel/hand-journal'
import { frameAt } from './frame'
import { stageLayout } from './stage-layout'
import { stageLinks } from './stage-links'

const names = Object.keys(scenarioFiles) as ScenarioName[]

describe('the stage', () => {
  it.each(names)('of %s has everyone on it, nobody on top of another', (name) => {
    const scenario = namedScenario(name)
    const { nodes, width, height } = stageLayout(scenario)
    const processes = Object.values(scenario.hosts).reduce((sum, host) => sum + Object.keys(host).length, 0)
    expect(nodes).toHaveLength(processes)
    for (const [index, node] of nodes.entries()) {
      expect(node.x).toBeGreaterThan(30)
      expect(node.x).toBeLessThan(width - 30)
      expect(node.y).toBeGreaterThan(25)
      expect(node.y).toBeLessThan(height - 35)
      for (const other of nodes.slice(index + 1)) expect(Math.hypot(node.x - other.x, node.y - other.y)).toBeGreaterThan(60)
    }
  })

  it('puts the two sides of a full partition left and right of the wall', () => {
    const { nodes, wall } = stageLayout(namedScenario('split-brain'))
    const left = nodes.filter(({ x }) => wall !== null && x < wall).map(({ host }) => host)
    expect(left.toSorted()).toEqual(['c1', 'r1'])
  })

  it('has no wall where a partition leaves some hosts out', () => {
    expect(stageLayout(namedScenario('priority-over-offset')).wall).toBeNull()
    expect(stageLayout(namedScenario('healthy-crash')).wall).toBeNull()
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
