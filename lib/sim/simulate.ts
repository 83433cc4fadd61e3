import type { Kind } from './core/model'
import type { Layout } from './core/path'
import { runUntil, scheduleAction, step } from './core/step'
import { micros } from './core/time'
import { addPlace, emit, newWorld } from './core/world'
import { applyAction } from './faults/faults'
import { hashOf } from './hash'
import { JOURNAL, type JournalEvent } from './journal'
import { KERNEL } from './kernel'
import type { KindName, Kinds } from './kinds/kinds'
import type { ClusterProtocol, ClusterWorld } from './kinds/protocol'
import { serverOn } from './kinds/redis/state'
import type { WiredRun } from './outputs'
import { rosterOf, type Seat, serverOf } from './roster'
import type { Scenario } from './scenario/scenario'
import { WireLog } from './wire'

/** Where the two outputs of a run go; null where nobody wants one. */
export interface Outputs {
  readonly journal: JournalEvent[] | null
  readonly wire: WireLog | null
}

/** Runs a scenario with the kinds of process that it names, and returns the world as it stands at its end. */
export function simulate(scenario: Scenario, kinds: Kinds, outputs: Outputs): ClusterWorld {
  const world = begin(scenario, kinds, outputs)
  runUntil(world, endOf(scenario))
  return world
}

/** Runs a scenario with the kinds of process that it names, and returns everything that comes out. */
export function wiredRun(scenario: Scenario, kinds: Kinds): WiredRun {
  const events: JournalEvent[] = []
  const wire = new WireLog()
  simulate(scenario, kinds, { journal: events, wire })
  return { scenario, events, wire: wire.messages }
}

/** Entries of the queue in a step of `wiredSteps`: a fraction of a millisecond. */
const STRIDE = 200

/** The same run in small steps: a browser can answer its reader between them. */
export function* wiredSteps(scenario: Scenario, kinds: Kinds): Generator<undefined, WiredRun> {
  const events: JournalEvent[] = []
  const wire = new WireLog()
  const world = begin(scenario, kinds, { journal: events, wire })
  for (let done = 1; step(world, endOf(scenario)); done += 1) if (done % STRIDE === 0) yield
  return { scenario, events, wire: wire.messages }
}

/** The last instant of a run. */
export function endOf(scenario: Scenario): number {
  return micros(scenario.durationMs)
}

/**
 * The world of a scenario at time zero: everybody at his place and settled, the actions in the queue. Run it with `step` or `runUntil`.
 */
export function begin(scenario: Scenario, kinds: Kinds, outputs: Outputs): ClusterWorld {
  const roster = rosterOf(scenario)
  const world = newWorld<ClusterProtocol>(layoutOf(scenario), {
    kinds,
    crew: roster.map(({ kind }) => present(kinds, kind)),
    specs: roster.map(({ spec }) => spec),
    act(one, index) {
      const action = scenario.actions[index]
      if (action !== undefined) applyAction(one, action, index)
    },
    ...outputs,
  })
  emit(world, {
    at: 0,
    host: null,
    type: 'header',
    by: null,
    kernel: KERNEL,
    journal: JOURNAL,
    scenario: hashOf(JSON.stringify(scenario)),
  })
  settle(world, scenario, kinds, roster)
  scenario.actions.forEach(({ atMs }, index) => {
    scheduleAction(world, atMs, index)
  })
  return world
}

/** Puts everybody where they stand at time zero, and tells the journal. */
function settle(world: ClusterWorld, { hosts }: Scenario, kinds: Kinds, roster: readonly Seat[]): void {
  const placed = roster.map(({ host, kind, process = kind, spec }) => ({ kind, place: addPlace(world, host, process), spec }))
  const kindsPresent = [...new Set(roster.map(({ kind }) => kind))]
  const of = (kind: KindName) => placed.filter((one) => one.kind === kind)
  for (const kind of kindsPresent) present(kinds, kind).settle(world, of(kind))
  const all = Object.entries(hosts)
  emit(world, {
    at: 0,
    host: null,
    type: 'settled',
    by: null,
    servers: all.flatMap(([name, { redis }]) => {
      if (redis === undefined) return []
      const { host, role, primary, replid, offset } = serverOn(world, name)
      return { host, role, of: primary, replid, offset }
    }),
    sentinels: all.flatMap(([host, { sentinel }]) =>
      sentinel === undefined ? [] : [{ host, primary: sentinel.monitor, quorum: sentinel.quorum }],
    ),
    clients: all.flatMap(([host, { client }]) =>
      client === undefined || typeof client.connect === 'object' ? [] : [{ host, server: serverOf(client, hosts) }],
    ),
  })
  world.cause = null
  for (const kind of kindsPresent) present(kinds, kind).announce(world, of(kind))
  world.cause = null
}

function present(kinds: Kinds, name: KindName): Kind<ClusterProtocol> {
  const kind = kinds[name]
  if (kind === undefined) throw new Error(`the scenario needs the kind ${name}, which was not loaded`)
  return kind
}

function layoutOf({ seed, hosts, network }: Scenario): Layout {
  return {
    seed,
    hosts: Object.keys(hosts),
    between(from, to) {
      const link = network.links.find(({ between }) => between.includes(from) && between.includes(to))
      return { latency: micros(link?.latencyMs ?? network.latencyMs), jitter: micros(link?.jitterMs ?? 0) }
    },
  }
}
